package lexicon

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

// A File is one file of names, as it lies on the disk.
type File struct {
	Name string // for error messages
	Data []byte // YAML
}

// A shape is what a file of names may hold. Every list is optional.
type shape struct {
	Name          string `yaml:"-"`
	States        []record
	People        []record
	Bodies        []record
	Groups        []record
	Organizations []record
	Posts         []record
	Institutions  []record
	Concepts      []record // further concepts, or further names of those that ship
	Words         []string // that only look like names: 日本海 is not 日本; _ is a space
	Swaps         []string // "美日|日美": where a name has one, it also has the others
	Abbreviations abbreviationShape
	Compounds     []string // "한미일 KOR USA JPN": one state for each character
}

// A record is one entry. Names of a language are separated by |, states and
// bodies that many have by spaces.
type record struct {
	ID    string
	Kind  string
	Zh    string
	Hant  string
	Ja    string
	Ko    string
	En    string
	Of    string   // states: members of an institution, the state of a post
	Since string   // when an institution was founded
	Held  []string // "defense minister 2024-10-01 2025-10-21": a person's offices
	Is    string   // the post that a body is: "defense ministry"
	Actor string   // who an institution speaks as, if it speaks
	Group string   // of a concept
}

// parse reads one file.
func parse(f File) (shape, error) {
	var s shape
	dec := yaml.NewDecoder(bytes.NewReader(f.Data), yaml.Strict())
	if err := dec.Decode(&s); err != nil && len(bytes.TrimSpace(f.Data)) > 0 {
		return s, parseError(f.Name, err)
	}
	s.Name = f.Name
	for _, part := range s.parts() {
		for i, r := range part.records {
			if msg := r.wrong(part.section); msg != "" {
				return s, &entente.Error{Kind: entente.BadInput, File: f.Name, Line: lineOf(f, part.section, i),
					Msg: msg, Hint: "an entry reads {id: USA/Jane Doe, en: Jane Doe|Doe, zh: 多伊}"}
			}
		}
	}
	return s, nil
}

// A part is one list of a file.
type part struct {
	section string
	records []record
}

func (s *shape) parts() []part {
	return []part{
		{"states", s.States}, {"people", s.People}, {"bodies", s.Bodies}, {"groups", s.Groups},
		{"organizations", s.Organizations}, {"posts", s.Posts}, {"institutions", s.Institutions}, {"concepts", s.Concepts},
	}
}

// wrong says what is wrong with a record, "" if nothing is.
func (r *record) wrong(section string) string {
	if r.ID == "" && (section != "institutions" || r.En == "") {
		return "an entry of " + section + " has no id"
	}
	if r.Zh+r.Hant+r.Ja+r.Ko+r.En == "" && r.ID == "" {
		return "the entry has no name"
	}
	if section == "institutions" && r.Kind == "" {
		return fmt.Sprintf("institution %q has no kind", r.En)
	}
	for _, h := range r.Held {
		if _, ok := parseOffice(h); !ok {
			return fmt.Sprintf("%q is not an office with its dates", h)
		}
	}
	return ""
}

// parseOffice reads "defense minister 2024-10-01 2025-10-21"; the second date
// may be missing.
func parseOffice(s string) (Office, bool) {
	words := strings.Fields(s)
	var dates []string
	for len(words) > 0 && isDate(words[len(words)-1]) && len(dates) < 2 {
		dates = append([]string{words[len(words)-1]}, dates...)
		words = words[:len(words)-1]
	}
	if len(dates) == 0 || len(words) == 0 {
		return Office{}, false
	}
	o := Office{Title: strings.Join(words, " "), From: dates[0]}
	if len(dates) == 2 {
		o.Until = dates[1]
	}
	return o, true
}

func isDate(s string) bool {
	return len(s) >= 4 && strings.Trim(s, "0123456789-") == ""
}

// parseError turns an error of the YAML reader into ours.
func parseError(name string, err error) error {
	e := &entente.Error{Kind: entente.BadInput, File: name, Msg: "not a file of names"}
	msg := strings.TrimSpace(yaml.FormatError(err, false, false))
	if _, err := fmt.Sscanf(msg, "[%d:%d]", &e.Line, &e.Col); err == nil {
		_, msg, _ = strings.Cut(msg, "] ")
	}
	e.Msg += ": " + msg
	return e
}

// lineOf finds the line of the i-th entry of a section; 0 if it cannot.
func lineOf(f File, section string, i int) int {
	path, err := yaml.PathString(fmt.Sprintf("$.%s[%d]", section, i))
	if err != nil {
		return 0
	}
	node, err := path.ReadNode(bytes.NewReader(f.Data))
	if err != nil || node.GetToken() == nil {
		return 0
	}
	return node.GetToken().Position.Line
}
