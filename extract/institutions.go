package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

// institutions returns the first mention of each named body, agreement, format
// or programme of the document. An agreement that several pairs of states have
// under one name is one for each pair.
func (p *passage) institutions() []entente.Statement {
	var out []entente.Statement
	var seen []named
	keep := func(s *sentence, found []named) {
		for _, c := range found {
			if !slices.ContainsFunc(seen, c.same) {
				seen = append(seen, c)
				out = append(out, p.institution(s, c))
			}
		}
	}
	for i := range p.sentences {
		if s := &p.sentences[i]; !s.Heading && len(s.view.Text) > 0 {
			keep(s, p.named(s))
		}
	}
	for i := range p.sentences { // what only a heading names
		if s := &p.sentences[i]; s.Heading && len(s.view.Text) > 0 {
			keep(s, newNamer(p, s).known())
		}
	}
	for _, f := range p.doc.Furniture { // what only the keywords name
		if f.Type == "keywords" && p.first {
			s := p.aside(f)
			keep(s, newNamer(p, s).known())
		}
	}
	return out
}

// aside reads furniture as a sentence that belongs to no paragraph.
func (p *passage) aside(f entente.Furniture) *sentence {
	s := &sentence{index: -1, Sentence: entente.Sentence{Start: f.Start, End: f.End, Paragraph: -1}}
	s.view = fold.Of(p.doc.Runes(), f.Start, f.End, nil)
	s.names = p.lex.Find(s.view.Text)
	return s
}

// A named is an institution that a sentence names at view.Text[start:end].
type named struct {
	start, end int
	kind       string
	nameEn     string
	members    []string
	id         string // what tells it from others: the lexicon's ID, or the name
	level      string // of a minilateral: who meets, or that it is cooperation
	rule       entente.RuleID
}

// same reports whether two mentions are of one institution: of one name, or
// of one format of the same three or more states. Agreements of one name are
// two if neither's parties are among the other's.
func (c *named) same(d named) bool {
	switch {
	case c.id != d.id:
		return c.kind == "minilateral" && d.kind == c.kind && c.level == d.level && len(c.members) > 2 && c.within(d) && d.within(*c)
	case c.kind == "agreement" && len(c.members) > 1 && len(d.members) > 1:
		return c.within(d) || d.within(*c)
	}
	return true
}

// within reports whether all members of c are members of d.
func (c named) within(d named) bool {
	return !slices.ContainsFunc(c.members, func(m string) bool { return !slices.Contains(d.members, m) })
}

func (p *passage) institution(s *sentence, c named) entente.Statement {
	st := p.statement(s, entente.KindInstitution, c.rule, c.start, c.end)
	st.Institution = &entente.InstitutionMention{
		Name:    st.Mention,
		NameEn:  c.nameEn,
		Kind:    c.kind,
		Members: c.members,
	}
	if s.index >= 0 {
		st.Institution.FirstDate = p.dateIn(s)
	}
	st.ID = entente.NewStatementID(p.doc.ID, st.Kind, st.Mention.Start, st.Mention.End, c.id)
	return st
}

// named returns the institutions of a sentence: those that the lexicon knows,
// and names of the usual shapes that lie beside them.
func (p *passage) named(s *sentence) []named {
	r := newNamer(p, s)
	known := r.known()
	out := known
	for _, c := range r.shaped() {
		if !slices.ContainsFunc(out, func(k named) bool { return c.start < k.end && k.start < c.end && !r.wider(c, k) }) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b named) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return out
}

// A namer looks for institutions in one sentence.
type namer struct {
	p     *passage
	s     *sentence
	text  []rune // view.Text with one kind of quotation marks; same offsets
	words *institutionWords

	stateRuns []run
}

func (r *namer) runs() []run { return r.stateRuns }

func newNamer(p *passage, s *sentence) *namer {
	text := slices.Clone(s.view.Text)
	for i, r := range text {
		text[i] = oneKind(r)
	}
	n := &namer{p: p, s: s, text: text, words: institutionData()}
	n.stateRuns = n.findRuns()
	return n
}

// oneKind writes all marks of quotation and of titles as one kind.
func oneKind(r rune) rune {
	switch r {
	case '「', '『':
		return '“'
	case '」', '』':
		return '”'
	case '〈':
		return '《'
	case '〉':
		return '》'
	}
	return r
}

// unreported are kinds of the lexicon that are no kind of institution.
func unreported(e *lexicon.Entry) bool {
	switch e.Kind {
	case "phrase", "meeting", "post", "group":
		return true
	}
	// Any state's army or navy; the Self-Defense Forces have a name.
	return strings.HasSuffix(e.ID, "/armed forces") || strings.HasSuffix(e.ID, "/army") ||
		strings.HasSuffix(e.ID, "/navy") || strings.HasSuffix(e.ID, "/air force")
}

// known returns the institutions that the lexicon knows.
func (r *namer) known() []named {
	var out []named
	for _, m := range r.s.names {
		e := m.Entry
		if e.Type != lexicon.Institution || unreported(e) || r.unnamed(m) {
			if c, ok := r.ofGroup(m); ok {
				out = append(out, c)
			}
			continue
		}
		c := named{start: m.Start, end: m.End, kind: e.Kind, nameEn: e.Name("en"), members: e.Members, id: e.ID, rule: "institution/lexicon"}
		c.level = r.level(c.start, c.end)
		c.start, c.end = r.quotes(c.start, c.end)
		if c.kind == "agreement" && len(c.members) < 2 && e.Founded == "" {
			c.members = r.parties(c.end, c.members)
		}
		if r.joint(m.End) {
			c.id = "joint statement"
		}
		if n := len(out); n > 0 && (c.start > out[n-1].start || c.kind == "agreement") && c.end <= out[n-1].end {
			continue // a part of a longer name, and not its head
		}
		out = append(out, c)
	}
	return out
}

// wider reports whether a name of a usual shape holds the whole of a known one
// and is another thing: 东盟外长会议 beside 东盟.
func (r *namer) wider(c, k named) bool {
	longer := c.start <= k.start && k.end <= c.end && c.end > k.end
	twice := c.end - c.start - 2*(k.end-k.start)
	return longer && (c.rule == "institution/council" || c.kind != k.kind && (twice > 0 || twice == 0 && c.rule == "institution/started"))
}

// quotes widens a span by the marks of quotation around it.
func (r *namer) quotes(i, j int) (int, int) {
	if i > 0 && j < len(r.text) && (r.text[i-1] == '“' && r.text[j] == '”' || r.text[i-1] == '《' && r.text[j] == '》') {
		return i - 1, j + 1
	}
	return i, j
}

// parties returns the members of an agreement that the text gives: the states
// named last before it in the sentence. If that is one, the other is the first
// state of the sentence, which made it.
func (r *namer) parties(at int, known []string) []string {
	out := slices.Clone(known)
	add := func(ids ...string) {
		for _, id := range ids {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	runs := r.runs()
	for _, run := range slices.Backward(runs) {
		if run.start < at {
			add(run.states...)
			break
		}
	}
	if len(runs) > 0 && len(out) < 2 && runs[0].start < at {
		add(runs[0].states[0])
	}
	slices.Sort(out)
	return out
}

// A run is states named one after another.
type run struct {
	start, end int
	states     []string
}

// findRuns returns the states of the sentence, those named together as one run.
func (r *namer) findRuns() []run {
	var out []run
	for _, m := range r.s.names {
		id := m.Entry.ID
		if m.Entry.Kind != "state" {
			continue
		}
		if n := len(out) - 1; n >= 0 && joined(string(r.text[out[n].end:max(out[n].end, m.Start)])) {
			out[n].end = m.End
			if !slices.Contains(out[n].states, id) {
				out[n].states = append(out[n].states, id)
			}
			continue
		}
		out = append(out, run{m.Start, m.End, []string{id}})
	}
	return out
}

// joined reports whether a gap between two states joins them.
func joined(gap string) bool {
	switch gap {
	case "", "、", "和", "与", "及", "以及", "+", "-", "–", "—", "·", "・", "/", ", ", " and ", ", and ", "와 ", "과 ", "と", ", the ", " and the ", "”+“":
		return true
	}
	return false
}

// shaped returns names of the usual shapes, in any language.
func (r *namer) shaped() []named {
	switch r.p.doc.Lang {
	case entente.English:
		return r.beside(r.english(), r.hyphened, r.jointEn, r.pactsEn, r.bodies)
	case entente.Korean:
		return r.beside(append(r.korean(), r.titles()...), r.pactsKo, r.bodies)
	}
	return r.beside(nil, r.titles, r.quoted, r.production, r.councils, r.formats, r.jointStatements, r.concerning, r.compounds, r.signed, r.started, r.dated, r.weapons, r.bodies, r.statedAlone)
}

// beside adds what each of some readings finds beside what was found before.
func (r *namer) beside(out []named, finds ...func() []named) []named {
	for _, find := range finds {
		for _, c := range find() {
			if !slices.ContainsFunc(out, func(k named) bool { return c.start < k.end && k.start < c.end }) {
				out = append(out, c)
			}
		}
	}
	return out
}

// made returns a name found by its shape.
func (r *namer) made(i, j int, kind, rule string, members []string) named {
	members = slices.Clone(members)
	slices.Sort(members)
	id := strings.Trim(string(r.text[i:j]), "“”《》")
	return named{start: i, end: j, kind: kind, members: members, id: id, level: r.level(i, j), rule: entente.RuleID("institution/" + rule)}
}

// level returns what kind of meeting or cooperation a name says: the word of
// the data that it holds, in the first language that has one.
func (r *namer) level(i, j int) string {
	name := strings.ToLower(string(r.text[i:j]))
	for _, words := range r.words.Level {
		for _, w := range words {
			if strings.Contains(name, w) {
				return words[0]
			}
		}
	}
	return ""
}
