package http

import (
	"context"
	"encoding/json"
	"io"
	nethttp "net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/pipeline"
)

const tiny = `
model: tiny
time: {start: 2025, stop: 2035, step: 0.25, save: 1, unit: year}
sectors:
  - name: all
    variables:
      trust: {kind: stock, initial: 1, rate: -pressure * trust, unit: "1", assumption: {range: [0, 1], why: a test}}
      pressure: {kind: constant, value: 0.1, range: {dist: uniform, params: [0.05, 0.2]}, unit: 1/year, assumption: {range: [0.05, 0.2], why: a test}}
scenarios:
  more: {why: a test, set: {pressure: 0.4}}
questions: [trust]
`

func server(t *testing.T) *httptest.Server {
	t.Helper()
	m, err := model.Parse("tiny.yaml", []byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	bench, err := pipeline.NewBench("tiny", "a test", m, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := &entente.Document{ID: "d1", Name: "a.txt", Text: "Pressure lowers trust.", Lang: entente.English,
		Paragraphs: []entente.Paragraph{{End: 22, Section: -1, Number: 1}}}
	st := entente.Statement{ID: "c1", Kind: entente.KindClaim, DocName: "a.txt", Span: doc.Span(0, 22), Rule: "claim/en/verb",
		Claim: &entente.Claim{Cause: doc.Span(0, 8), Effect: doc.Span(16, 21), Polarity: entente.Minus, Modality: "asserted"}}
	s := &Server{Name: "test", Models: []*pipeline.Bench{bench}, Pages: fstest.MapFS{"index.html": {Data: []byte("<p>workbench</p>")}},
		Project: &pipeline.Project{Lexicon: lexicon.Default(), Documents: []*entente.Document{doc}, Statements: []entente.Statement{st}}}
	srv := httptest.NewServer(s.Handler())
	t.Cleanup(srv.Close)
	return srv
}

func TestRoutes(t *testing.T) {
	srv := server(t)
	for _, tt := range []struct {
		name, method, path, body string
		status                   int
		want                     string
	}{
		{"the page", "GET", "/", "", 200, "<p>workbench</p>"},
		{"the project", "GET", "/api/project", "", 200, `"name":"tiny"`},
		{"a document with its statements", "GET", "/api/documents/d1", "", 200, `"quote":"Pressure lowers trust."`},
		{"no such document", "GET", "/api/documents/d2", "", 404, "no such document"},
		{"a statement by ID", "GET", "/api/statements?id=c1&id=c2", "", 200, `"document":"d1"`},
		{"a model", "GET", "/api/models/tiny", "", 200, `"scenarios":[{"name":"more"`},
		{"a variable", "GET", "/api/models/tiny/variables/trust", "", 200, `"variable":"pressure"`},
		{"no such variable", "GET", "/api/models/tiny/variables/truth", "", 404, "truth"},
		{"a run", "POST", "/api/models/tiny/run", `{"scenario":"more","members":20,"seed":1}`, 200, `"direction":"down"`},
		{"too many members", "POST", "/api/models/tiny/run", `{"scenario":"more","members":1000000}`, 400, "members"},
		{"no such scenario", "POST", "/api/models/tiny/run", `{"scenario":"less","members":2}`, 400, "less"},
		{"loops of the map", "GET", "/api/map/loops?author=Nobody&belief=0.5", "", 200, `"loops":[]`},
		{"chains from nowhere", "GET", "/api/map/chains?from=a", "", 400, "?from=…&to=…"},
		{"a filter of nonsense", "GET", "/api/ledger?belief=much", "", 400, "belief is a number"},
		{"phrases without a concept", "GET", "/api/map/offers", "", 200, "[]"},
		{"promises", "GET", "/api/promises", "", 200, "[]"},
		{"a question to an empty map", "POST", "/api/ask", `{"raise":"us_pressure","share":0.2}`, 400, "us_pressure"},
		{"a question without a change", "POST", "/api/ask", `{"raise":"us_pressure","share":0}`, 400, "not 0"},
		{"no decisions yet", "GET", "/api/reviews", "", 200, "[]"},
		{"a decision that nobody can keep", "POST", "/api/reviews", `{"by":"Ann","decision":"reject","target":"c1"}`, 400, "no project file"},
		{"not a request", "POST", "/api/models/tiny/run", `{"scenery":1}`, 400, "scenery"},
	} {
		req, err := nethttp.NewRequest(tt.method, srv.URL+tt.path, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		status, body := do(t, req)
		if status != tt.status || !strings.Contains(body, tt.want) {
			t.Errorf("%s: %d %s", tt.name, status, body)
		}
		if tt.status != 200 && !json.Valid([]byte(body)) {
			t.Errorf("%s: the error is not JSON: %s", tt.name, body)
		}
	}
}

// A decision is judged, kept, and seen by the requests that follow.
func TestADecisionIsSeenAtOnce(t *testing.T) {
	doc := &entente.Document{ID: "d1", Name: "a.txt", Text: "Pressure lowers trust.", Lang: entente.English}
	st := entente.Statement{ID: "c1", Kind: entente.KindClaim, DocName: "a.txt", Span: doc.Span(0, 22), Claim: &entente.Claim{}}
	s := &Server{Project: &pipeline.Project{Lexicon: lexicon.Default(), Documents: []*entente.Document{doc}, Statements: []entente.Statement{st}}, Pages: fstest.MapFS{}}
	s.Decide = func(_ context.Context, p *pipeline.Project, v pipeline.Verdict) (entente.Review, *pipeline.Project, []*pipeline.Bench, error) {
		r, err := p.Judge(v, nil)
		after := *p
		after.Statements, after.Reviews = assemble.Reviewed(p.Documents, p.Statements, []entente.Review{r})
		return r, &after, nil, err
	}
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()
	post := func(body string) (int, string) {
		req, _ := nethttp.NewRequest("POST", srv.URL+"/api/reviews", strings.NewReader(body))
		return do(t, req)
	}
	get := func(path string) string {
		req, _ := nethttp.NewRequest("GET", srv.URL+path, nil)
		_, body := do(t, req)
		return body
	}
	if body := get("/api/statements?id=c1"); !strings.Contains(body, `"id":"c1"`) {
		t.Fatalf("before: %s", body)
	}
	for body, want := range map[string]string{
		`{"decision":"reject","target":"c1"}`:                                "needs a name",
		`{"by":"Ann","decision":"reject","target":"c2"}`:                     "no statement",
		`{"by":"Ann","decision":"bless","target":"c1"}`:                      "no decision",
		`{"by":"Ann","decision":"amend","target":"c1","set":{"stance":"x"}}`: "that could be set",
		`{"by":"Ann","decision":"amend","target":"c1","set":{"sign":"up"}}`:  "+ or -",
		`{"by":"Ann","decision":"amend","target":"c1"}`:                      "say what it should be",
	} {
		if code, got := post(body); code != 400 || !strings.Contains(got, want) {
			t.Errorf("%s: %d %s", body, code, got)
		}
	}
	if code, body := post(`{"by":"Ann","decision":"reject","target":"c1"}`); code != 200 || !strings.Contains(body, `"by":"Ann"`) {
		t.Fatalf("%d %s", code, body)
	}
	if body := get("/api/statements?id=c1"); strings.TrimSpace(body) != "[]" {
		t.Errorf("after: %s", body)
	}
	if body := get("/api/reviews"); !strings.Contains(body, `"decision":"reject"`) {
		t.Errorf("in force: %s", body)
	}
}

// A page elsewhere reaches nothing: neither under another host's name nor by a
// request across origins.
func TestOnlyThisMachine(t *testing.T) {
	srv := server(t)
	req, _ := nethttp.NewRequest("GET", srv.URL+"/api/project", nil)
	req.Host = "evil.example"
	if status, _ := do(t, req); status != nethttp.StatusForbidden {
		t.Errorf("another host gets %d", status)
	}
	req, _ = nethttp.NewRequest("POST", srv.URL+"/api/models/tiny/run", strings.NewReader(`{"scenario":"more","members":2}`))
	req.Header.Set("Origin", "https://evil.example")
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	if status, _ := do(t, req); status != nethttp.StatusForbidden {
		t.Errorf("another origin gets %d", status)
	}
}

func do(t *testing.T, req *nethttp.Request) (int, string) {
	t.Helper()
	answer, err := nethttp.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}
