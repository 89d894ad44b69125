package pdf

import (
	"os"
	"strings"
	"testing"
)

func sample(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/two-pages.pdf") // printed by Chromium from our own words
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadKeepsTextPagesAndPlaces(t *testing.T) {
	text, pages, err := Read(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"¹²关税", "\n\n一、结论\n\n", "Trust matters in alliances", "第二页的文字。"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	if paragraphs := strings.Count(text, "\n\n") + 1; paragraphs != 6 {
		t.Errorf("%d paragraphs, want 6:\n%s", paragraphs, text)
	}
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}
	r := []rune(text)
	for i, p := range pages {
		below := p.Height
		for _, l := range p.Lines {
			if strings.TrimSpace(string(r[l.Start:l.End])) == "" || l.Left < 0 || l.Right > p.Width || l.Top <= l.Bottom || l.Top > below {
				t.Errorf("page %d: line %+v %q", i+1, l, string(r[l.Start:l.End]))
			}
			below = l.Top
		}
	}
	if got := string(r[pages[1].Start:pages[1].End]); got != "第二页的文字。\n" {
		t.Errorf("page 2 is %q", got)
	}
}

// blank is a page without any text, as a scan has.
const blank = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

func TestErrorsSayWhy(t *testing.T) {
	whole := sample(t)
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"a scan":       {[]byte(blank), "scan"},
		"not a PDF":    {[]byte("%PDF-1.7 and then nothing"), "not a PDF"},
		"cut in half":  {whole[:len(whole)/2], ""},
		"nothing":      {nil, ""},
		"only zeroes":  {make([]byte, 4096), "not a PDF"},
		"signature in": {append([]byte("%PDF-1.4\n"), make([]byte, 100)...), "not a PDF"},
	} {
		_, _, err := Read(tt.data)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
	}
}

// A damaged file gives a result or an error, and never takes the reader along.
func FuzzRead(f *testing.F) {
	whole := sample(f)
	f.Add(whole)
	f.Add([]byte(blank))
	f.Add(whole[len(whole)/3:])
	f.Fuzz(func(t *testing.T, data []byte) {
		text, pages, _ := Read(data)
		n := len([]rune(text))
		for _, p := range pages {
			if p.Start < 0 || p.End < p.Start || p.End > n {
				t.Fatalf("page from %d to %d of %d", p.Start, p.End, n)
			}
		}
	})
}
