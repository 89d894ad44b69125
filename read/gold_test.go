package read

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ententelab/entente"
)

// TestGold reads the seed texts and compares with their gold reading:
// sections by title and level, furniture by place, notes by place and text.
// The seeds are not part of the repository.
func TestGold(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	var gold []struct {
		Doc      string
		Language entente.Lang
		Script   entente.Script
		Sections []struct {
			Title    string
			Level    int
			Optional bool
		}
		Furniture []struct {
			Start, End int
			Optional   bool
		}
		Notes []struct {
			Anchor   int
			Text     string
			Optional bool
		}
	}
	var files map[string]struct{ File string }
	for name, into := range map[string]any{"read.json": &gold, "docs.json": &files} {
		data, err := os.ReadFile(filepath.Join(shared, "gold", "dev", name))
		if err != nil {
			t.Skip("SKIPPED: no gold set: ", err)
		}
		if err := json.Unmarshal(data, into); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range gold {
		data, err := os.ReadFile(filepath.Join(shared, "seeds", files[g.Doc].File))
		if err != nil {
			t.Skip("SKIPPED: no seed texts: ", err)
		}
		docs, err := Read(g.Doc, data)
		if err != nil {
			t.Fatal(err)
		}
		d := docs[0]
		if d.Lang != g.Language || d.Script != g.Script {
			t.Errorf("%s is in %s %s", g.Doc, d.Lang, d.Script)
		}
		var found, wanted int
		for _, s := range g.Sections {
			if s.Optional {
				continue
			}
			wanted++
			for _, have := range d.Sections {
				if have.Level == s.Level && strings.TrimSpace(have.Title) == strings.TrimSpace(s.Title) {
					found++
					break
				}
			}
		}
		check(t, g.Doc+" sections", found, wanted)
		covered := make([]bool, len(d.Runes())+1)
		for _, f := range d.Furniture {
			for i := f.Start; i < f.End; i++ {
				covered[i] = true
			}
		}
		found, wanted = 0, 0
		for _, f := range g.Furniture {
			n := 0
			for i := f.Start; i < f.End; i++ {
				if covered[i] {
					n++
				}
			}
			if !f.Optional {
				wanted++
				if n*5 >= (f.End-f.Start)*4 {
					found++
				}
			}
		}
		check(t, g.Doc+" furniture", found, wanted)
		found, wanted = 0, 0
		for _, n := range g.Notes {
			if n.Optional {
				continue
			}
			wanted++
			for _, have := range d.Notes {
				if have.Anchor == n.Anchor && strings.Contains(strings.TrimLeft(n.Text, " [&]quot;"), strings.TrimLeft(have.Text, "\" ")) && have.Text != "" {
					found++
					break
				}
			}
		}
		check(t, g.Doc+" notes", found, wanted)
	}
}

// check fails if less than 95 of 100 were found.
func check(t *testing.T, what string, found, wanted int) {
	t.Helper()
	t.Logf("%s: %d of %d", what, found, wanted)
	if found*100 < wanted*95 {
		t.Errorf("%s: %d of %d found", what, found, wanted)
	}
}
