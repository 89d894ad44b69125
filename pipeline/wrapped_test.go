package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// A text says the same however wide its lines are broken, as a printer or a mail
// program breaks them.
func TestBrokenLines(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "examples", "practice", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			whole := everythingSaid(t, file, string(data))
			for _, columns := range []int{44, 60, 66, 72, 88, 100} {
				broken := everythingSaid(t, file, breakLines(string(data), columns))
				if diff := cmp.Diff(whole, broken); diff != "" {
					t.Errorf("broken at %d columns (-whole +broken)\n%s", columns, diff)
				}
			}
		})
	}
}

// everythingSaid counts what a text says, without regard to spaces.
func everythingSaid(t *testing.T, name, text string) map[string]int {
	t.Helper()
	docs, err := read.Read(filepath.Base(name), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int{}
	for _, st := range extract.Statements(docs[0], lexicon.Default()) {
		out[string(st.Kind)+" "+string(st.Rule)+" "+strings.Join(strings.Fields(st.Mention.Quote), "")]++
	}
	return out
}

// breakLines breaks the lines of a text at so many columns: between words, and
// between Chinese characters and kana but for those that close.
func breakLines(text string, columns int) string {
	var b strings.Builder
	at := 0
	runes := []rune(text)
	for i, r := range runes {
		if r == ' ' && at+1+wordWidth(runes[i+1:]) > columns || wide(r) && !hangul(r) && at+2 > columns && !strings.ContainsRune("，。、；：？！）」』”》", r) {
			b.WriteRune('\n')
			if at = 0; r == ' ' {
				continue
			}
		}
		b.WriteRune(r)
		if at++; wide(r) {
			at++
		}
		if r == '\n' {
			at = 0
		}
	}
	return b.String()
}

func wide(r rune) bool { return r >= 0x2E80 }

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

func wordWidth(r []rune) int {
	n := 0
	for _, c := range r {
		switch {
		case c == ' ' || c == '\n' || wide(c) && !hangul(c):
			return n
		case wide(c):
			n++
		}
		n++
	}
	return n
}
