// Package score compares statements with a gold set: for each kind, document
// and language how many of the gold records were found (recall), how many of
// the findings are in the gold (precision), and which are the errors. The rules
// of agreement are those of the gold set's scheme.
package score

import (
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
	"slices"

	"github.com/ententelab/entente"
)

// A Gold is a set of hand-made records, by document.
type Gold struct {
	Docs    map[string]DocInfo // by the short name that records use
	Records map[entente.Kind][]Record
}

// DocInfo says which file a document of the gold is, and which kinds were
// annotated in it.
type DocInfo struct {
	File            string   `json:"file"`
	Annotated       []string `json:"annotated"`
	AuthorPositions bool     `json:"author_positions"`
}

// A Record is one hand-made statement. Only the fields of its kind are set.
type Record struct {
	ID           string `json:"id"`
	Doc          string `json:"doc"`
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Quote        string `json:"quote"`
	MentionStart *int   `json:"mention_start"`
	MentionEnd   *int   `json:"mention_end"`
	Optional     bool   `json:"optional"`
	Pair         string `json:"pair"`

	Value    *float64 `json:"value"`
	ValueMin *float64 `json:"value_min"`
	ValueMax *float64 `json:"value_max"`
	Unit     string   `json:"unit"`
	Status   string   `json:"status"`
	Holder   []string `json:"holder"`

	Date      string   `json:"date"`
	DateEnd   string   `json:"date_end"`
	DateAlt   []string `json:"date_alt"`
	Action    string   `json:"action"`
	ActionAlt []string `json:"action_alt"`

	Speaker []string `json:"speaker"`
	Stance  string   `json:"stance"`

	Cause         *string `json:"cause"`
	CauseStart    int     `json:"cause_start"`
	CauseEnd      int     `json:"cause_end"`
	EffectStart   int     `json:"effect_start"`
	EffectEnd     int     `json:"effect_end"`
	CauseConcept  string  `json:"cause_concept"`
	EffectConcept string  `json:"effect_concept"`
	Polarity      string  `json:"polarity"`
	SignStated    *bool   `json:"sign_stated"`
	Modality      string  `json:"modality"`

	Name      string `json:"name"`
	NameZh    string `json:"name_zh"`
	NameEn    string `json:"name_en"`
	NameStart int    `json:"name_start"`
	NameEnd   int    `json:"name_end"`
	InstKind  string `json:"inst_kind"`

	Marker string  `json:"marker"`
	Anchor int     `json:"anchor"`
	Text   *string `json:"text"`
}

var files = map[entente.Kind]string{
	entente.KindFigure: "figures.jsonl", entente.KindEvent: "events.jsonl", entente.KindPosition: "positions.jsonl",
	entente.KindClaim: "causal.jsonl", entente.KindInstitution: "institutions.jsonl", entente.KindNote: "footnotes.jsonl",
}

// Load reads a gold set: docs.json, and one file per kind, each of which may
// be absent. The error names the file and line.
func Load(dir fs.FS) (*Gold, error) {
	g := &Gold{Records: map[entente.Kind][]Record{}}
	data, err := fs.ReadFile(dir, "docs.json")
	if err == nil {
		err = json.Unmarshal(data, &g.Docs)
	}
	if err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: "docs.json", Msg: "is not the index of a gold set", Err: err}
	}
	for kind, name := range files {
		if g.Records[kind], err = loadRecords(dir, name); err != nil {
			return nil, err
		}
	}
	return g, nil
}

func loadRecords(dir fs.FS, name string) ([]Record, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, nil // a kind that the set does not have
	}
	defer f.Close()
	var out []Record
	lines := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var r Record
			if bad := json.Unmarshal(line, &r); bad != nil {
				return nil, &entente.Error{Kind: entente.BadInput, File: name, Line: n, Msg: "is not a gold record", Err: bad}
			}
			out = append(out, r)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, &entente.Error{Kind: entente.BadInput, File: name, Line: n, Err: err}
		}
	}
}

// doc returns the short name of the document with a file name, and whether it
// is in the gold.
func (g *Gold) doc(file string) (string, bool) {
	for short, info := range g.Docs {
		if info.File == file {
			return short, true
		}
	}
	return "", false
}

// of returns the records of a kind in a document.
func (g *Gold) of(kind entente.Kind, doc string) []Record {
	var out []Record
	for _, r := range g.Records[kind] {
		if r.Doc == doc {
			out = append(out, r)
		}
	}
	return out
}

func (d DocInfo) has(kind entente.Kind) bool { return slices.Contains(d.Annotated, string(kind)) }
