package score

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// A span of text; empty if end is not behind start.
type span struct{ start, end int }

func (s span) empty() bool { return s.end <= s.start }

func common(a, b span) int { return max(0, min(a.end, b.end)-max(a.start, b.start)) }

// ofShorter is the overlap as a share of the shorter span.
func ofShorter(a, b span) float64 {
	if a.empty() || b.empty() {
		return 0
	}
	return float64(common(a, b)) / float64(min(a.end-a.start, b.end-b.start))
}

// ofUnion is the overlap as a share of both spans together.
func ofUnion(a, b span) float64 {
	i := common(a, b)
	if i == 0 {
		return 0
	}
	return float64(i) / float64(a.end-a.start+b.end-b.start-i)
}

func at(s entente.Span) span { return span{s.Start, s.End} }

func (r *Record) quote() span  { return span{r.Start, r.End} }
func (r *Record) cause() span  { return span{r.CauseStart, r.CauseEnd} }
func (r *Record) effect() span { return span{r.EffectStart, r.EffectEnd} }
func (r *Record) mention() span {
	if r.MentionStart == nil || r.MentionEnd == nil {
		return span{}
	}
	return span{*r.MentionStart, *r.MentionEnd}
}

// A rule says whether a statement agrees with a gold record.
type rule func(g *Record, s *entente.Statement) bool

// levels are the degrees of agreement of a kind, the loosest first.
type level struct {
	name string
	ok   rule
}

var levels = map[entente.Kind][]level{
	entente.KindFigure:      {{"lenient", sameFigure}, {"strict", all(sameFigure, sameHolder, func(g *Record, s *entente.Statement) bool { return g.Status == s.Figure.Status })}},
	entente.KindEvent:       {{"lenient", sameEvent}, {"strict", all(sameEvent, sameAction)}},
	entente.KindPosition:    {{"lenient", samePosition}, {"strict", all(samePosition, func(g *Record, s *entente.Statement) bool { return g.Stance == s.Position.Stance })}},
	entente.KindClaim:       {{"lenient", sameClaim}, {"tight", all(sameClaim, tightClaim)}, {"group", all(sameClaim, sameGroups, sameSign, sameModality)}, {"strict", all(sameClaim, sameConcepts, sameSign, sameModality)}},
	entente.KindInstitution: {{"lenient", sameInstitution}, {"strict", all(sameInstitution, func(g *Record, s *entente.Statement) bool { return g.InstKind == s.Institution.Kind })}},
	entente.KindNote:        {{"lenient", sameNote}, {"strict", all(sameNote, func(g *Record, s *entente.Statement) bool { return plainMarker(g.Marker) == plainMarker(s.Note.Marker) })}},
}

func all(rules ...rule) rule {
	return func(g *Record, s *entente.Statement) bool {
		for _, r := range rules {
			if !r(g, s) {
				return false
			}
		}
		return true
	}
}

func sameQuote(g *Record, s *entente.Statement) bool { return ofShorter(g.quote(), at(s.Span)) >= 0.5 }

// mentions compares the mentions: their agreement, and whether both have one.
func mentions(g *Record, s *entente.Statement) (float64, bool) {
	if g.mention().empty() || s.Mention.Empty() {
		return 0, false
	}
	return ofUnion(g.mention(), at(s.Mention)), true
}

func sameFigure(g *Record, s *entente.Statement) bool {
	m, both := mentions(g, s)
	return sameQuote(g, s) && (!both || m > 0) && sameValue(g, s.Figure.Value) && g.Unit == s.Figure.Unit
}

func sameValue(g *Record, v *float64) bool {
	if g.ValueMin != nil && g.ValueMax != nil && v != nil {
		return *g.ValueMin <= *v && *v < *g.ValueMax
	}
	if g.Value == nil || v == nil {
		return g.Value == nil && v == nil
	}
	return math.Abs(*g.Value-*v) <= 1e-6*max(1, math.Abs(*g.Value), math.Abs(*v))
}

func sameHolder(g *Record, s *entente.Statement) bool {
	return len(g.Holder) == 0 || within(s.Figure.Holder, g.Holder)
}

// within reports whether the states of the actors are all among those of the
// gold: a list of every state must not count as a hit.
func within(actors []entente.ActorID, gold []string) bool {
	for _, a := range actors {
		if !slices.ContainsFunc(gold, func(g string) bool { return entente.ActorID(g).State() == a.State() }) {
			return false
		}
	}
	return len(actors) > 0
}

func sameEvent(g *Record, s *entente.Statement) bool {
	return sameQuote(g, s) && sameDate(g, s.Event.Date)
}

// sameDate wants the gold's date at the gold's precision.
func sameDate(g *Record, d string) bool {
	if g.Date == "" || d == "" {
		return g.Date == "" && d == ""
	}
	for _, want := range append([]string{g.Date}, g.DateAlt...) {
		if strings.HasPrefix(d, want) || len(want) >= len(d) && len(d) > len(g.Date) && strings.HasPrefix(want, d) {
			return true
		}
	}
	return g.DateEnd != "" && len(d) >= len(g.Date) && g.Date <= d[:min(len(d), len(g.DateEnd))] && d[:min(len(d), len(g.DateEnd))] <= g.DateEnd
}

func sameAction(g *Record, s *entente.Statement) bool {
	return g.Action == s.Event.Action || slices.Contains(g.ActionAlt, s.Event.Action)
}

func samePosition(g *Record, s *entente.Statement) bool {
	return sameQuote(g, s) && within(s.Position.Speaker, g.Speaker)
}

// sameClaim wants both spans; one passage given as cause and as effect is no
// claim.
func sameClaim(g *Record, s *entente.Statement) bool {
	c := s.Claim
	if ofShorter(at(c.Cause), at(c.Effect)) >= 0.5 && ofShorter(g.cause(), g.effect()) < 0.5 || ofShorter(g.effect(), at(c.Effect)) < 0.5 {
		return false
	}
	if g.Cause == nil {
		return common(g.quote(), at(s.Span)) > 0
	}
	return ofShorter(g.cause(), at(c.Cause)) >= 0.5
}

func tightClaim(g *Record, s *entente.Statement) bool {
	return (g.Cause == nil || ofUnion(g.cause(), at(s.Claim.Cause)) >= 0.5) && ofUnion(g.effect(), at(s.Claim.Effect)) >= 0.5
}

func sameConcepts(g *Record, s *entente.Statement) bool {
	return g.CauseConcept == string(s.Claim.CauseConcept) && g.EffectConcept == string(s.Claim.EffectConcept)
}

func sameGroups(g *Record, s *entente.Statement) bool {
	return group(g.CauseConcept) == group(string(s.Claim.CauseConcept)) && group(g.EffectConcept) == group(string(s.Claim.EffectConcept))
}

func group(concept string) string {
	if g := lexicon.Default().Group(entente.ConceptID(concept)); g != "" {
		return g
	}
	return concept
}

func sameSign(g *Record, s *entente.Statement) bool {
	return g.SignStated != nil && !*g.SignStated || g.Polarity == s.Claim.Polarity.String()
}

// sameModality takes an aim for an assertion or a prediction and the reverse:
// the line between them is thin.
func sameModality(g *Record, s *entente.Statement) bool {
	near := []string{"intended", "asserted", "predicted"}
	a, b := g.Modality, s.Claim.Modality
	return a == b || (a == "intended" || b == "intended") && slices.Contains(near, a) && slices.Contains(near, b)
}

func sameInstitution(g *Record, s *entente.Statement) bool {
	if ofShorter(span{g.NameStart, g.NameEnd}, at(s.Institution.Name)) >= 0.5 {
		return true
	}
	name := plain(s.Institution.Name.Quote)
	return name != "" && (name == plain(g.Name) || name == plain(g.NameZh) || name == plain(g.NameEn))
}

func sameNote(g *Record, s *entente.Statement) bool {
	d := s.Note.Anchor - g.Anchor
	if d < -3 || d > 3 {
		return false
	}
	return g.Text == nil || *g.Text == "" || alike(*g.Text, s.Note.Text) >= 0.9
}

// plain folds a name: width, case, spaces, quotes and punctuation do not count.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) || strings.ContainsRune("^#", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

func plainMarker(m string) string {
	if r := []rune(m); len(r) == 1 && r[0] >= '①' && r[0] <= '⑳' {
		return norm.NFKC.String(m)
	}
	return strings.Trim(m, "^{}()[]<>/sup \\")
}

// alike is the share of letter pairs that two texts have in common.
func alike(a, b string) float64 {
	pairs := func(s string) (map[[2]rune]int, int) {
		r := []rune(plain(s))
		m := map[[2]rune]int{}
		for i := 1; i < len(r); i++ {
			m[[2]rune{r[i-1], r[i]}]++
		}
		return m, max(0, len(r)-1)
	}
	x, n := pairs(a)
	y, m := pairs(b)
	if n+m == 0 {
		return 1
	}
	both := 0
	for p, k := range x {
		both += min(k, y[p])
	}
	return 2 * float64(both) / float64(n+m)
}
