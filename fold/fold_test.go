package fold

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestString(t *testing.T) {
	for in, want := range map[string]string{
		"臺灣問題":                         "台湾问题",
		"美國對日 安全\n政策":                  "美国对日安全政策",
		"２０２５年２月 12日":                  "2025年2月12日",
		"比例提高至３．５％，":                   "比例提高至3.5%,",
		"the  secu-\nrity of":          "the secu-rity of",
		"미국은 일본에\n요구했다":                "미국은 일본에 요구했다",
		"防衛費":                          "防卫费",
		"十一月廿四日至卅日":                    "十一月二十四日至三十日",
		"Japan’s and the allies’ aims": "Japan's and the allies' aims",
		"the ‘Quad’s’ aims":            "the ‘Quad's’ aims",
		"the Six- Party Talks":         "the Six-Party Talks",
		"pre- and post-war - or not":   "pre- and post-war - or not",
	} {
		if got := String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSpanLeadsBack(t *testing.T) {
	text := []rune("美國①要 求\n日本")
	v := Of(text, 0, len(text), []entente.Furniture{{Start: 2, End: 3}})
	if got, want := string(v.Text), "美国要求日本"; got != want {
		t.Fatalf("view is %q, want %q", got, want)
	}
	start, end := v.Span(2, 4)
	if got, want := string(text[start:end]), "要 求"; got != want {
		t.Errorf("original is %q, want %q", got, want)
	}
}

func TestSpanOfTens(t *testing.T) {
	text := []rune("到廿四日止")
	v := Of(text, 0, len(text), nil)
	for _, from := range []int{1, 2} {
		if start, end := v.Span(from, 5); string(text[start:end]) != "廿四日" {
			t.Errorf("text from %d is %q", from, string(text[start:end]))
		}
	}
}
