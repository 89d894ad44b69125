package collate

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

func folded(s string) []rune { r := []rune(s); return fold.Of(r, 0, len(r), nil).Text }

func TestFigures(t *testing.T) {
	for in, want := range map[string]string{
		"防卫费增至GDP的3.5％":                   "3.5%",
		"约11.8亿美元":                        "1.18e+09USD",
		"about $1.18 billion":             "1.18e+09USD",
		"2万5千名士兵":                         "25000",
		"数千亿美元":                           "3e+11USD",
		"hundreds of billions of dollars": "3e+11",
		"1兆2,000億円":                       "1.2e+12JPY",
		"3억4000만 달러":                      "3.4e+08USD",
		"百分之三十":                           "30%",
		"两次访问、十二艘舰艇":                      "2 12",
		"twelve ships, 62 percent":        "12 62%",
		"17个百分点":                          "17%",
		"62,000 troops and 5 % more":      "62000 5%",
		"AIM-120 and F-35 at a 2+2":       "",
		"第三次会谈在5G实验室":                     "",
		"一个国家":                            "",
	} {
		text := folded(in)
		var got []string
		for _, f := range figures(text, make([]bool, len(text))) {
			got = append(got, f.key)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("figures(%q) = %q, want %q", in, s, want)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string][]date{
		"2025年3月30日发表":                  {{2025, 3, 30}},
		"2025 年 3 月，":                   {{2025, 3, 0}},
		"3月4日和7月":                       {{0, 3, 4}, {0, 7, 0}},
		"令和6年7月28日":                     {{2024, 7, 28}},
		"2025년 1월 20일에":                 {{2025, 1, 20}},
		"On March 30, 2025, he":         {{2025, 3, 30}},
		"30 March 2025":                 {{2025, 3, 30}},
		"in July 2025 and on Sept. 3":   {{2025, 7, 0}, {0, 9, 3}},
		"2025-03-30, 2025/4/1":          {{2025, 3, 30}, {2025, 4, 1}},
		"2017—2026":                     {{2017, 0, 0}, {2026, 0, 0}},
		"in late May":                   {{0, 5, 0}},
		"it may march on":               nil,
		"within 6 months, 12个月间, 2000人": nil,
	} {
		var got []date
		for _, d := range dates(folded(in)) {
			got = append(got, d.date)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(date{})); diff != "" {
			t.Errorf("dates(%q) (-want +got):\n%s", in, diff)
		}
	}
}

func TestStem(t *testing.T) {
	for _, family := range []string{
		"deter deterrence deterring deterrent", "ally allies alliance allied", "cooperate cooperation cooperative", "strategy strategic strategies",
		"secure security securing", "policy policies", "increase increased increasing", "transaction transactional", "operate operation operational",
		"region regional", "respond responded responds", "defense defensive", "deploy deployment deployed",
	} {
		words := strings.Fields(family)
		for _, w := range words[1:] {
			if stem(w) != stem(words[0]) {
				t.Errorf("stem(%q) = %q, but stem(%q) = %q", w, stem(w), words[0], stem(words[0]))
			}
		}
	}
	for _, strangers := range [][2]string{{"nation", "native"}, {"press", "president"}, {"minister", "mine"}, {"contain", "continent"}} {
		if stem(strangers[0]) == stem(strangers[1]) {
			t.Errorf("%q and %q have one stem, %q", strangers[0], strangers[1], stem(strangers[0]))
		}
	}
}

func TestLoanwords(t *testing.T) {
	for kana, english := range map[string]string{
		"グローバル": "global", "パートナー": "partner", "コミットメント": "commitment", "セキュリティ": "security", "ビジョン": "vision", "ブリンケン": "blinken",
	} {
		units := kanaWords([]rune(kana), nil)
		if len(units) != 1 || units[0].keys[0] != key("k"+skeleton(english)) {
			t.Errorf("%s is not %s (%s)", kana, english, skeleton(english))
		}
	}
}

func FuzzFacts(f *testing.F) {
	for _, s := range []string{"2025年3月30日，3.5%，数千亿美元", "On Sept. 3, 2025, $1,000.50 billion", "令和6年", "百分之", "1,2,3.", "二十", "March", "99999999999999999999年"} {
		f.Add(s)
	}
	lex := lexicon.Default()
	f.Fuzz(func(t *testing.T, s string) {
		text := folded(s)
		for _, latinScript := range []bool{true, false} {
			for _, x := range facts(text, lex, latinScript) {
				if x.start < 0 || x.end > len(text) || x.start >= x.end {
					t.Fatalf("fact %q at %d:%d of %d", x.key, x.start, x.end, len(text))
				}
			}
		}
	})
}

func TestKoreanWords(t *testing.T) {
	for in, want := range map[string]string{
		"협정에 서명했다": "협정 서명", "동맹의 역할 분담과": "동맹 분담", "노동 역사": "노동 역사", "하늘이 맑다": "",
	} {
		text := []rune(in)
		var got []string
		for _, u := range koreanWords(text, nil) {
			got = append(got, string(text[u.start:u.end]))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("koreanWords(%q) = %q, want %q", in, s, want)
		}
	}
	for zh, ko := range map[string]string{"历史": "역사", "劳动": "노동", "女子": "여자", "同盟": "동맹", "协定": "협정"} {
		d := chinese()
		units := koreanWords([]rune(ko), nil)
		if len(units) != 1 || !slices.Contains(units[0].keys, pairs([]rune(zh))[0]) {
			t.Errorf("%s is not found as %s (%d words known)", zh, ko, len(d.keys))
		}
	}
}
