package paper

import (
	"strconv"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// amount writes an entry's amount as people read it in the paper's language.
func (w *writer) amount(e *assemble.Entry) string {
	if e.Value == nil {
		return ""
	}
	if w.lang != entente.Chinese {
		if e.Unit == "%GDP" {
			return strconv.FormatFloat(*e.Value, 'f', -1, 64) + " % of GDP"
		}
		return assemble.FormatAmount(*e.Value, e.Unit)
	}
	return chineseAmount(*e.Value, e.Unit)
}

var currencies = map[string]string{"JPY": "日元", "USD": "美元", "KRW": "韩元", "CNY": "元", "EUR": "欧元", "GBP": "英镑", "AUD": "澳元", "TWD": "新台币"}

func chineseAmount(v float64, unit string) string {
	number := strconv.FormatFloat(v, 'f', -1, 64)
	for _, scale := range []struct {
		from float64
		word string
	}{{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}} {
		if max(v, -v) >= scale.from {
			number = strconv.FormatFloat(v/scale.from, 'g', 6, 64) + scale.word
			break
		}
	}
	switch unit {
	case "%GDP":
		return "GDP的" + number + "%"
	case "%":
		return number + "%"
	case "pp":
		return number + "个百分点"
	case "count", "":
		return number
	}
	if name := currencies[unit]; name != "" {
		return number + name
	}
	return number + unit
}
