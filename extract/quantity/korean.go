package quantity

// korean holds data/korean.yaml.
var korean = readKorean()

type koreanWords struct{ tens, ones, ordinals *words[float64] }

func readKorean() koreanWords {
	var f map[string]map[string]float64
	load("korean.yaml", &f)
	return koreanWords{newWords(f["tens"]), newWords(f["ones"]), newWords(f["ordinals"])}
}

// nativeKorean reads 두 차례, 열세 명: a native numeral with its counter.
func nativeKorean(t []rune, i int) (Number, bool) {
	if v, end, ok := korean.ordinals.at(t, i); ok && (end == len(t) || !hangul(t[end]) || t[end-1] == '째') {
		return Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v, Ordinal: true}, true
	}
	if _, _, ok := units.noNumbers.at(t, i); ok {
		return Number{}, false // 서명
	}
	v, end, ok := korean.tens.at(t, i)
	if !ok {
		end = i
	}
	if one, next, more := korean.ones.at(t, end); more {
		v, end, ok = v+one, next, true
	}
	if !ok {
		return Number{}, false
	}
	n := Number{Start: i, End: end, NumStart: i, NumEnd: end, Value: v, High: v}
	n.unit(t)
	if n.Counter == "번째" || n.Counter == "째" {
		n.Ordinal = true
	}
	return n, n.Unit != "" || n.Counter != ""
}
