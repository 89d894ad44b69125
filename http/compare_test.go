package http

import (
	"encoding/json"
	nethttp "net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
)

// lines makes a document of one sentence a line.
func lines(id entente.DocID, text ...string) *entente.Document {
	d := &entente.Document{ID: id, Name: string(id) + ".pdf", Format: "pdf", Lang: entente.English}
	for _, line := range text {
		at, end := utf8.RuneCountInString(d.Text), utf8.RuneCountInString(d.Text+line)
		d.Text += line + "\n"
		d.Paragraphs = append(d.Paragraphs, entente.Paragraph{Start: at, End: end, Section: -1, Number: len(d.Paragraphs) + 1})
		d.Sentences = append(d.Sentences, entente.Sentence{Start: at, End: end, Paragraph: len(d.Paragraphs) - 1})
	}
	d.Runes()
	return d
}

func sentence(d *entente.Document, i int) *entente.Span {
	s := d.Span(d.Sentences[i].Start, d.Sentences[i].End)
	return &s
}

func twoVersions(t *testing.T) *httptest.Server {
	t.Helper()
	o := lines("o", "Spending is 3.5 percent.", "Nobody objected.", "The end.")
	v := lines("v", "Spending is 3 percent.", "The end.", "Printed in May.")
	o.Pages = []entente.Page{
		{Start: 0, End: 25, Lines: []entente.Line{{Start: 0, End: 12}, {Start: 12, End: 25}}},
		{Start: 25, End: 51, Lines: []entente.Line{{Start: 25, End: 42}, {Start: 42, End: 51}}},
	}
	first, other := 3.5, 3.0
	sts := []entente.Statement{
		{ID: "f1", Kind: entente.KindFigure, DocName: o.Name, Span: *sentence(o, 0), Figure: &entente.Figure{Value: &first, Unit: "%GDP", Status: "actual"}},
		{ID: "f2", Kind: entente.KindFigure, DocName: v.Name, Span: *sentence(v, 0), Pair: "f1", Figure: &entente.Figure{Value: &other, Unit: "%GDP", Status: "actual"}},
	}
	c := entente.Collation{
		Works: []entente.Work{{ID: "Wo", Versions: []entente.Version{{Doc: "o", Role: entente.Original}, {Doc: "v", Role: entente.Translation}}}},
		Pairs: []entente.VersionPair{{OriginalID: "o", VersionID: "v", Relation: entente.Translation,
			Aligned: []entente.Aligned{{Original: at(o, 0), Version: at(v, 0)}, {Original: at(o, 2), Version: at(v, 1)}},
			Omitted: []entente.Span{*sentence(o, 1)}, Added: []entente.Span{*sentence(v, 2)},
			Differences: []entente.Difference{{What: "figure", Original: sentence(o, 0), Version: sentence(v, 0), Note: "3.5 against 3"}}}},
	}
	s := &Server{Name: "test", Project: &pipeline.Project{Lexicon: lexicon.Default(), Documents: []*entente.Document{o, v}, Statements: sts, Collation: c},
		File: func(id entente.DocID) ([]byte, error) { return []byte("%PDF of " + id), nil }}
	srv := httptest.NewServer(s.Handler())
	t.Cleanup(srv.Close)
	return srv
}

func at(d *entente.Document, i int) [2]int {
	return [2]int{d.Sentences[i].Start, d.Sentences[i].End}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	req, err := nethttp.NewRequest("GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	return do(t, req)
}

// Each passage of the original has a row, in its order; what only the version
// has follows the passage it stands behind.
func TestCompare(t *testing.T) {
	srv := twoVersions(t)
	status, body := get(t, srv.URL+"/api/works/Wo/compare?version=v")
	var got comparison
	if err := json.Unmarshal([]byte(body), &got); err != nil || status != 200 {
		t.Fatalf("%d %v %s", status, err, body)
	}
	var rows []string
	for _, p := range got.Passages {
		row := p.Mark + ":"
		if p.Original != nil {
			row += " " + p.Original.Quote
		}
		if p.Version != nil {
			row += " | " + p.Version.Quote
		}
		rows = append(rows, row)
	}
	want := "changed: Spending is 3.5 percent. | Spending is 3 percent.\nomitted: Nobody objected.\nsame: The end. | The end.\nadded: | Printed in May."
	if strings.Join(rows, "\n") != want {
		t.Errorf("the passages are\n%s", strings.Join(rows, "\n"))
	}
	for _, path := range []string{"/api/works/Wx/compare", "/api/works/Wo/compare?version=o"} {
		if status, body := get(t, srv.URL+path); status != 404 {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

// A copy that the collation did not align is laid out by its equal sentences.
func TestCompareCopy(t *testing.T) {
	o, v := lines("o", "One.", "Two.", "They met in Tokyo.", "Three."), lines("v", "“One”.", "They met in Kyoto.", "Three.")
	rows, _ := passages(&entente.VersionPair{Omitted: []entente.Span{*sentence(o, 1)}}, o, v)
	if len(rows) != 4 || rows[0].Mark != "same" || rows[1].Mark != "omitted" || rows[2].Mark != "changed" || rows[3].Version.Quote != "Three." {
		t.Errorf("the rows are %+v", rows)
	}
}

func TestEvidence(t *testing.T) {
	srv := twoVersions(t)
	for _, tt := range []struct{ name, path, want string }{
		{"page and lines of a sentence", "/api/statements?id=f1", `"page":{"page":1,"last_page":1,"line":1,"last_line":2}`},
		{"what a translation gives differently", "/api/statements?id=f2", `"differs":["value"]`},
		{"where pages start", "/api/documents/o", `"pages":[0,25]`},
		{"the file itself", "/api/documents/o/file", "%PDF of o"},
	} {
		if status, body := get(t, srv.URL+tt.path); status != 200 || !strings.Contains(body, tt.want) {
			t.Errorf("%s: %d %s", tt.name, status, body)
		}
	}
	if status, _ := get(t, srv.URL+"/api/documents/x/file"); status != 404 {
		t.Errorf("a file of no document answers %d", status)
	}
}

// A web page among the documents is shown as text: it never runs.
func TestFileNeverRuns(t *testing.T) {
	d := &entente.Document{ID: "h", Name: "a.html", Format: "html", Encoding: "utf-8"}
	s := &Server{Project: &pipeline.Project{Documents: []*entente.Document{d}}, File: func(entente.DocID) ([]byte, error) { return []byte("<script>"), nil }}
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "http://localhost/api/documents/h/file", nil)
	s.Handler().ServeHTTP(w, r)
	if kind := w.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/plain") {
		t.Errorf("HTML is served as %s", kind)
	}
}
