package read

import (
	"testing"

	"github.com/ententelab/entente"
)

// FuzzRead feeds every reader with damaged files: whatever they are, there is
// a document or an error of kind BadInput, and offsets hold.
func FuzzRead(f *testing.F) {
	f.Add("a.txt", []byte("第一，同意。\n一、标题\n正文①很长。\n"))
	f.Add("a.txt", []byte("\xc1\xbd\xb9\xfa\xb7\xc0\xb3\xa4"))
	f.Add("a.md", []byte("# Title\n\nText.[^1]\n\n[^1]: Note.\n"))
	f.Add("a.html", []byte(page))
	f.Add("a.docx", wordFile(f))
	f.Add("a.zip", pack(f, "b.txt", "The ministers met.", "c.html", page))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<18 {
			return
		}
		docs, err := Read(name, data)
		if err != nil && entente.KindOf(err) != entente.BadInput {
			t.Errorf("error of another kind: %v", err)
		}
		if err == nil && len(docs) == 0 {
			t.Error("neither a document nor an error")
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				if d.Slice(s.Start, s.End) == "" {
					t.Errorf("sentence %v is outside", s)
				}
			}
		}
	})
}
