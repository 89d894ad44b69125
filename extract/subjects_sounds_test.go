package extract

import "testing"

func TestSoundsOf(t *testing.T) {
	for name, want := range map[[2]string]string{
		{"Haruto", "Kitamori"}:  "JPN",
		{"Minegawa", "Shunji"}:  "JPN",
		{"Seo", "Min-jae"}:      "KOR",
		{"Tsai", "Wen-hao"}:     "TWN",
		{"Deng", "Zhongli"}:     "CHN",
		{"Ouyang", "Xue"}:       "CHN",
		{"Andrew", "Sato"}:      "",
		{"Jane", "Doe"}:         "",
		{"Security", "Council"}: "",
		{"South", "China"}:      "",
		{"Long", "Island"}:      "",
	} {
		if got := soundsOf([]rune(name[0]), []rune(name[1])); got != want {
			t.Errorf("soundsOf(%q) = %q, want %q", name, got, want)
		}
	}
}
