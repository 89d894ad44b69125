package lexicon

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/ententelab/entente"
)

//go:embed data/*.yaml
var embedded embed.FS

// Default returns the lexicon that Entente ships with. It is built once.
func Default() *Lexicon { return shipped() }

var shipped = sync.OnceValue(shippedLexicon)

func shippedLexicon() *Lexicon {
	var files []File
	names, err := fs.Glob(embedded, "data/*.yaml")
	for _, n := range names {
		data, _ := embedded.ReadFile(n)
		files = append(files, File{n, data})
	}
	l, errLoad := load(files, conceptEntries())
	if err != nil || errLoad != nil {
		panic(fmt.Sprint("lexicon: the shipped names are damaged: ", err, errLoad))
	}
	return l
}

// conceptEntries are the concepts of the vocabulary with their names.
func conceptEntries() []*Entry {
	var out []*Entry
	for _, c := range Concepts() {
		e := &Entry{ID: string(c.ID), Type: Concept, Group: c.Group, Names: make(map[string][]string, 5)}
		for tag, n := range c.Names {
			e.addNames(tag, n)
		}
		out = append(out, e)
	}
	return out
}

// Load builds a lexicon from files alone, without the shipped names.
func Load(files ...File) (*Lexicon, error) { return load(files, nil) }

// With returns a lexicon that also has the names of a file. What the file says
// of an entry that is known is added to it; l itself is not changed.
func (l *Lexicon) With(name string, data []byte) (*Lexicon, error) {
	s, err := parse(File{name, data})
	if err != nil {
		return nil, err
	}
	out := build(append(slices.Clone(l.files), s), l.concepts)
	if out.own, err = l.vocabulary().with(s.Concepts); err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: name, Msg: err.Error()}
	}
	return out, nil
}

// load reads the files side by side and builds the lexicon.
func load(files []File, concepts []*Entry) (*Lexicon, error) {
	shapes, errs := make([]shape, len(files)), make([]error, len(files))
	var wg sync.WaitGroup
	for i, f := range files {
		wg.Go(func() { shapes[i], errs[i] = parse(f) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return build(shapes, concepts), nil
}

// build joins the entries of all files and makes the automaton.
func build(files []shape, concepts []*Entry) *Lexicon {
	l := &Lexicon{files: files, concepts: concepts, byID: make(map[string]*Entry, 4096)}
	for _, e := range concepts {
		l.keep(e)
	}
	for i := range files {
		for _, p := range files[i].parts() {
			for j := range p.records {
				l.add(p.section, &p.records[j])
			}
		}
	}
	l.posts.fill(l.entries)
	l.abbr = newAbbreviations(files, l.byID)
	l.automaton = newAutomaton(l.names())
	return l
}

// keep takes an entry in, unless its ID is known.
func (l *Lexicon) keep(e *Entry) *Entry {
	key := e.ID
	if e.Kind == kindPost || e.Kind == kindOffice && e.State != "" {
		key = "post/" + e.State + "/" + e.Post
	}
	if old := l.byID[key]; old != nil {
		return old
	}
	l.byID[key] = e
	l.entries = append(l.entries, e)
	return e
}

// add makes a record's entry, or adds its names to the one that is there.
func (l *Lexicon) add(section string, r *record) {
	e := l.keep(newEntry(section, r))
	e.addNames("zh-Hans", r.Zh)
	e.addNames("zh-Hant", r.Hant)
	e.addNames("ja", r.Ja)
	e.addNames("ko", r.Ko)
	e.addNames("en", r.En)
	for _, h := range r.Held {
		if o, ok := parseOffice(h); ok && !slices.Contains(e.Offices, o) {
			e.Offices = append(e.Offices, o)
		}
	}
}

func (e *Entry) addNames(tag, list string) {
	for n := range strings.SplitSeq(list, "|") {
		if n = strings.TrimSpace(n); n != "" && !slices.Contains(e.Names[tag], n) {
			e.Names[tag] = append(e.Names[tag], n)
		}
	}
}

// kindOf is the kind of the entries of a section that do not say theirs.
var kindOf = map[string]string{
	"states": kindState, "people": kindPerson, "bodies": kindBody, "groups": "group", "organizations": "organization",
}

func newEntry(section string, r *record) *Entry {
	e := &Entry{ID: r.ID, Kind: r.Kind, Founded: r.Since, Names: make(map[string][]string, 4), Post: r.Is}
	if e.ID == "" {
		e.ID, _, _ = strings.Cut(r.En, "|")
	}
	if e.Kind == "" {
		e.Kind = kindOf[section]
	}
	switch section {
	case "posts":
		e.Post, e.State, e.Kind = r.ID, r.Of, kindPost
		if r.Kind == kindBody {
			e.Type = Institution
		}
		if r.Of != "" {
			e.Kind, e.ID = kindOffice, r.Of+"/"+r.ID
		}
		return e
	case "bodies":
		e.State, _, _ = strings.Cut(r.ID, "/")
	}
	if section == "concepts" {
		e.Type, e.Group = Concept, cmp.Or(r.Group, ownGroup)
		return e
	}
	e.Members = strings.Fields(r.Of)
	e.Actor = entente.ActorID(r.Actor)
	if section == "institutions" || r.Kind != "" && section != "groups" {
		e.Type = Institution
	}
	if e.Type == Institution && section != "institutions" {
		e.Actor = entente.ActorID(r.ID)
	}
	if section == "bodies" && len(e.Members) == 0 && len(e.State) == 3 {
		e.Members = []string{e.State}
	}
	return e
}
