package pipeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
)

// A Verdict is what an analyst decides: on a statement that is there (Target),
// or, for Add, on words of a document (Doc, Quote) that say something of a
// Kind. Set holds the slots to be changed or filled, by name: of a claim cause,
// effect, sign, modality; of a figure value, unit, status, holder, source,
// date; of an event date, action, actors, realis; of a position speaker,
// addressee, stance, topic, date; of an institution name, kind, members. Lists
// are separated by semicolons.
type Verdict struct {
	By       string              `json:"by"`
	Decision entente.Decision    `json:"decision"`
	Target   entente.StatementID `json:"target,omitempty"`
	Set      map[string]string   `json:"set,omitempty"`
	Doc      string              `json:"doc,omitempty"`
	Quote    string              `json:"quote,omitempty"`
	Kind     entente.Kind        `json:"kind,omitempty"`
}

// Judge turns a verdict into a review; the caller dates and stores it. Earlier
// are the reviews there are, the oldest first: a statement that one of them
// rejected can still be judged.
func (p *Project) Judge(v Verdict, earlier []entente.Review) (entente.Review, error) {
	r := entente.Review{By: strings.TrimSpace(v.By), Decision: v.Decision, Target: v.Target}
	if r.By == "" {
		return r, wrong("a decision is somebody's: it needs a name")
	}
	if v.Decision == entente.Add {
		return p.addition(v, r)
	}
	now := p.Statement(v.Target)
	r.Was = now
	for _, e := range earlier {
		if e.Target != v.Target {
			continue
		}
		if r.Was = e.Was; now == nil {
			now = e.Place()
		}
	}
	if now == nil {
		return r, wrong("the project has no statement %q; the IDs are in every list that is printed as JSON", v.Target)
	}
	switch v.Decision {
	case entente.Reject, entente.Withdraw:
		if r.Was == nil { // added by hand: there is nothing else to tell its place by
			r.Was = now
		}
	case entente.Accept:
		r.Is = now
	case entente.Amend:
		if len(v.Set) == 0 {
			return r, wrong("to amend a statement, say what it should be")
		}
		r.Is = clone(now)
		return r, p.fill(r.Is, v.Set)
	default:
		return r, wrong("there is no decision %q; the decisions are accept, reject, amend, add, withdraw", v.Decision)
	}
	return r, nil
}

func wrong(format string, args ...any) error {
	return &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf(format, args...)}
}

// addition is a statement added by hand. Its quote must stand in the document,
// and only once.
func (p *Project) addition(v Verdict, r entente.Review) (entente.Review, error) {
	at := slices.IndexFunc(p.Documents, func(d *entente.Document) bool { return d.Name == v.Doc || string(d.ID) == v.Doc })
	if at < 0 {
		return r, wrong("the project has no document %q", v.Doc)
	}
	d := p.Documents[at]
	places := assemble.Find(d, v.Quote)
	if len(places) != 1 {
		return r, &entente.Error{Kind: entente.BadInput, File: d.Name, Msg: fmt.Sprintf("the quote stands in the document %d times", len(places)),
			Hint: "give the words as they stand there, as many as it takes to be found once"}
	}
	s := &entente.Statement{Kind: v.Kind, DocName: d.Name, Span: places[0], Mention: places[0], Rule: assemble.ReviewRule + "/add"}
	switch v.Kind {
	case entente.KindClaim:
		s.Claim = &entente.Claim{Polarity: entente.Plus, Modality: "asserted"}
	case entente.KindFigure:
		s.Figure = &entente.Figure{Class: "substantive", Status: "actual"}
	case entente.KindEvent:
		s.Event = &entente.Event{DateBasis: "explicit", Realis: "actual"}
	case entente.KindPosition:
		s.Position = &entente.Position{Voice: "reported"}
	case entente.KindInstitution:
		s.Institution = &entente.InstitutionMention{Name: places[0]}
	default:
		return r, wrong("a statement added by hand is a figure, an event, a position, a claim or an institution, not a %q", v.Kind)
	}
	if err := p.fill(s, v.Set); err != nil {
		return r, err
	}
	for _, slot := range needed[v.Kind] {
		if v.Set[slot] == "" {
			return r, wrong("a %s needs a %s", v.Kind, slot)
		}
	}
	s.Section, s.Paragraph = d.Where(s.Start)
	s.ID = entente.NewStatementID(d.ID, s.Kind, s.Start, s.End, "by hand|"+said(v.Set))
	r.Target, r.Is = s.ID, s
	return r, nil
}

// needed are the slots without which a statement says nothing.
var needed = map[entente.Kind][]string{
	entente.KindClaim: {"cause", "effect", "sign"}, entente.KindFigure: {"value", "unit"}, entente.KindEvent: {"date", "action"},
	entente.KindPosition: {"speaker", "stance"}, entente.KindInstitution: {"name", "kind"},
}

// said is what was set, in one order, so that the same addition has the same ID.
func said(set map[string]string) string {
	var out []string
	for k, v := range set {
		out = append(out, k+"="+v)
	}
	slices.Sort(out)
	return strings.Join(out, "|")
}

func clone(s *entente.Statement) *entente.Statement {
	out := *s
	switch {
	case s.Claim != nil:
		c := *s.Claim
		out.Claim = &c
	case s.Figure != nil:
		f := *s.Figure
		out.Figure = &f
	case s.Event != nil:
		e := *s.Event
		out.Event = &e
	case s.Position != nil:
		x := *s.Position
		out.Position = &x
	case s.Institution != nil:
		i := *s.Institution
		out.Institution = &i
	}
	return &out
}

// fill sets slots of a statement, each by its own rule of what it may hold.
func (p *Project) fill(s *entente.Statement, set map[string]string) error {
	slots := p.slots(s)
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		put, ok := slots[name]
		if !ok {
			return wrong("a %s has no %q that could be set", s.Kind, name)
		}
		if err := put(strings.TrimSpace(set[name])); err != nil {
			return err
		}
	}
	return nil
}

// slots are the slots of a statement that can be set, each with what sets it.
func (p *Project) slots(s *entente.Statement) map[string]func(string) error {
	switch {
	case s.Claim != nil:
		c := s.Claim
		return map[string]func(string) error{"cause": p.concept(&c.CauseConcept), "effect": p.concept(&c.EffectConcept),
			"sign": sign(&c.Polarity), "modality": oneOf(&c.Modality, entente.Modalities)}
	case s.Figure != nil:
		f := s.Figure
		return map[string]func(string) error{"value": number(&f.Value), "unit": unit(&f.Unit), "status": oneOf(&f.Status, entente.Statuses),
			"holder": actors(&f.Holder), "source": actors(&f.Source), "date": date(&f.Date)}
	case s.Event != nil:
		e := s.Event
		return map[string]func(string) error{"date": eventDate(e), "action": oneOf(&e.Action, entente.Actions),
			"actors": actors(&e.Actors), "realis": oneOf(&e.Realis, entente.Realises)}
	case s.Position != nil:
		x := s.Position
		return map[string]func(string) error{"speaker": actors(&x.Speaker), "addressee": actors(&x.Addressee), "stance": oneOf(&x.Stance, entente.Stances),
			"topic": anything(&x.Topic), "date": date(&x.Date)}
	case s.Institution != nil:
		i := s.Institution
		return map[string]func(string) error{"name": anything(&i.NameEn), "kind": oneOf(&i.Kind, entente.InstitutionKinds), "members": states(&i.Members)}
	}
	return nil
}

func (p *Project) concept(to *entente.ConceptID) func(string) error {
	return func(v string) error {
		c, ok := p.Lexicon.Concept(v)
		if v == "" { // the phrase is about no concept of the vocabulary
			c, ok = "", true
		}
		if !ok {
			return wrong("there is no concept %q; entente map lists those of a project", v)
		}
		*to = c
		return nil
	}
}

func sign(to *entente.Sign) func(string) error {
	return func(v string) error {
		switch v {
		case "+":
			*to = entente.Plus
		case "-", "−":
			*to = entente.Minus
		default:
			return wrong("a sign is + or -, not %q", v)
		}
		return nil
	}
}

func oneOf(to *string, labels []string) func(string) error {
	return func(v string) error {
		if !slices.Contains(labels, v) {
			return wrong("there is no %q; it is one of %s", v, strings.Join(labels, ", "))
		}
		*to = v
		return nil
	}
}

func anything(to *string) func(string) error {
	return func(v string) error { *to = v; return nil }
}

func number(to **float64) func(string) error {
	return func(v string) error {
		f, err := strconv.ParseFloat(strings.ReplaceAll(v, ",", ""), 64)
		if err != nil {
			return wrong("%q is not a number; write it out: 1180000000", v)
		}
		*to = &f
		return nil
	}
}

func unit(to *string) func(string) error {
	return func(v string) error {
		currency := len(v) == 3 && strings.ToUpper(v) == v
		if !currency && !slices.Contains(entente.Units, v) {
			return wrong("there is no unit %q; it is one of %s, or a currency's code", v, strings.Join(entente.Units, ", "))
		}
		*to = v
		return nil
	}
}

// isDate reports whether v is YYYY, YYYY-MM or YYYY-MM-DD.
func isDate(v string) bool {
	const form = "0000-00-00"
	if len(v) != 4 && len(v) != 7 && len(v) != 10 {
		return false
	}
	for i := range v {
		if (form[i] == '-') != (v[i] == '-') || v[i] != '-' && (v[i] < '0' || v[i] > '9') {
			return false
		}
	}
	return true
}

func date(to *string) func(string) error {
	return func(v string) error {
		if !isDate(v) {
			return wrong("%q is no date: write YYYY, YYYY-MM or YYYY-MM-DD", v)
		}
		*to = v
		return nil
	}
}

func eventDate(e *entente.Event) func(string) error {
	return func(v string) error {
		e.Precision = map[int]string{4: "year", 7: "month", 10: "day"}[len(v)]
		return date(&e.Date)(v)
	}
}

func actors(to *[]entente.ActorID) func(string) error {
	return func(v string) error {
		var out []entente.ActorID
		for _, a := range split(v) {
			out = append(out, entente.ActorID(a))
		}
		*to = out
		return nil
	}
}

func states(to *[]string) func(string) error {
	return func(v string) error { *to = split(v); return nil }
}

func split(list string) []string {
	var out []string
	for v := range strings.SplitSeq(list, ";") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}
