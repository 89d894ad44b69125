package extract

import (
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// TestYearOfWriting places the dates of texts that do not say when they were
// written.
func TestYearOfWriting(t *testing.T) {
	scripts := map[entente.Lang]entente.Script{entente.Chinese: entente.Hans, entente.English: entente.Latn, entente.Japanese: entente.Jpan, entente.Korean: entente.Kore}
	for _, c := range []struct {
		lang entente.Lang
		text string // one paragraph a line
		want string // its dates in order
	}{
		// Who held an office: a government, a title before or behind the name.
		{"zh", "两国2025年7月22日签署协议。\n去年11月,高市内阁通过了新方案。", "2025-07-22 2025-11"},
		{"zh", "两国2025年7月22日签署协议。\n加拿大总理卡尼今年1月访问东京。", "2025-07-22 2026-01"},
		{"zh", "两国2025年7月22日签署协议。\n高市首相3月访问华盛顿。", "2025-07-22 2026-03"},
		{"ja", "両国は2025年7月22日に合意した。\n昨年11月、高市首相は国会で答弁した。", "2025-07-22 2025-11"},
		{"ja", "両国は2025年7月22日に合意した。\n今年2月、高市政権は新たな計画をまとめた。", "2025-07-22 2026-02"},
		{"ko", "양국은 2025년 7월 22일 관세와 투자에 관한 협정에 합의하고 협력의 범위를 크게 넓히기로 했다.\n작년 11월 다카이치 내각은 새 계획을 승인했다.", "2025-07-22 2025-11"},
		{"ko", "양국은 2025년 7월 22일 관세와 투자에 관한 협정에 합의하고 협력의 범위를 크게 넓히기로 했다.\n올해 2월 이재명 대통령은 도쿄를 방문했다.", "2025-07-22 2026-02"},
		{"en", "The two signed a deal on July 22, 2025.\nThis January, Prime Minister Sanae Takaichi dissolved the lower house.", "2025-07-22 2026-01"},
		{"en", "The two signed a deal on July 22, 2025.\nThe Takaichi government adopted a plan in February.", "2025-07-22 2026-02"},
		{"en", "The two signed a deal on July 22, 2025.\nLast November, the Takaichi cabinet adopted a plan.", "2025-07-22 2025-11"},

		// Who no longer holds it, does not yet, or held it then, says nothing.
		{"zh", "两国2025年2月2日签署协议。\n今年3月,日本前首相岸田文雄访问北京。", "2025-02-02 2025-03"},
		{"zh", "两国2025年4月2日签署协议。\n去年12月,当选总统特朗普发出威胁。", "2025-04-02 2024-12"},
		{"zh", "两国2025年7月22日签署协议。\n去年11月,石破内阁通过了新方案。", "2025-07-22 2024-11"},
		{"ja", "両国は2025年7月22日に合意した。\n今年3月、石破首相は国会で答弁した。", "2025-07-22 2025-03"},
		{"ko", "양국은 2025년 2월 2일 관세와 투자에 관한 협정에 합의하고 협력의 범위를 크게 넓히기로 했다.\n올해 3월 기시다 전 총리가 서울을 찾았다.", "2025-02-02 2025-03"},
		{"en", "The two signed a deal on February 2, 2025.\nThis March, former Prime Minister Fumio Kishida visited Seoul.", "2025-02-02 2025-03"},
		{"en", "The two signed a deal on July 22, 2025.\nPrime Minister Sanae Takaichi will visit Washington in March.", "2025-07-22 2026-03"},

		// A budget is adopted in the year before its own, an extra one in it.
		{"zh", "两国2025年7月22日签署协议。\n去年12月,日本政府敲定2026财年预算案。", "2025-07-22 2025-12 2026"},
		{"zh", "两国2025年7月22日签署协议。\n去年12月,日本国会通过2024年度补充预算案。", "2025-07-22 2024-12 2024"},
		{"ja", "両国は2025年7月22日に合意した。\n政府は昨年12月、2026年度予算案を決めた。", "2025-07-22 2025-12 2026"},
		{"ko", "양국은 2025년 7월 22일 관세와 투자에 관한 협정에 합의하고 협력의 범위를 크게 넓히기로 했다.\n국회는 작년 12월 2026년도 예산안을 처리했다.", "2025-07-22 2025-12 2026"},

		// A body that was set up later.
		{"zh", "两国2024年4月10日签署协议。\n去年11月,美日韩三边秘书处成立。", "2024-04-10 2024-11"},

		// The year turns where it is written out, and a month told before is that one.
		{"zh", "11月,两国发表声明。\n12月6日,两军举行演习。\n2026年1月,双方签署协议。", "2025-11 2025-12-06 2026-01"},
		{"ja", "11月、両国は声明を出した。\n2026年1月、両国は協定に署名した。", "2025-11 2026-01"},
		{"en", "In November, the two issued a statement.\nOn December 6, their jets met.\nIn January 2026 the two signed a pact.\nThe call came on November 24.", "2025-11 2025-12-06 2026-01 2025-11-24"},
		{"en", "The pact followed in November.\nA second is due in January 2026 and will run for a year.", "2025-11 2026-01"},
		{"zh", "去年11月7日,双方发表声明。\n今年1月6日,高市内阁作出回应。\n11月下旬,双方举行演习。\n两国2025年7月22日签署协议。", "2025-11-07 2026-01-06 2025-11 2025-07-22"},
		{"zh", "两国2025年7月7日开始谈判。\n到当月22日,双方签署协议。", "2025-07-07 2025-07-22"},
	} {
		p := newPassage(paragraph(c.lang, scripts[c.lang], c.text), lexicon.Default())
		if got := datesOf(p); got != c.want {
			t.Errorf("%s: dates of %q\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}

// datesOf returns the dates of a passage in order.
func datesOf(p *passage) string {
	var out []string
	for i := range p.sentences {
		for _, d := range p.datesIn(&p.sentences[i]) {
			out = append(out, d.from.String())
		}
	}
	return strings.Join(out, " ")
}
