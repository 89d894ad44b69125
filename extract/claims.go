package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// claims returns the claims of a passage: for each link that a sentence marks, the
// words that name the cause and those that name the effect. All links are found
// before any concept is settled, since what the rest of the text speaks of tells what
// a phrase is about. In a document about other matters only the paragraphs that name an
// ally are read: what a government says of its own tax rates is no claim about the
// alliance, however much its words are like those of one. A user's own concepts may be
// about anything.
func (p *passage) claims(guard func(*sentence, func())) []entente.Statement {
	var found []*grounding
	themes := &lexicon.Themes{}
	for i := range p.sentences {
		s := &p.sentences[i]
		guard(s, func() {
			if !p.lex.OwnConcepts() && !p.onAlliance() && !p.namesAlly(s) {
				return
			}
			if g := p.drafts(s); g != nil {
				g.speak(themes.Add)
				found = append(found, g)
			}
		})
	}
	var out []entente.Statement
	for _, g := range found {
		guard(g.s, func() { out = append(out, g.statements(themes)...) })
	}
	return out
}

// statements are the claims of a sentence in a text of some themes.
func (g *grounding) statements(themes *lexicon.Themes) []entente.Statement {
	rest := *themes
	g.speak(rest.Take) // a sentence bears itself no witness
	g.rest = &rest
	var out []entente.Statement
	for _, d := range g.drafts {
		if st, ok := g.statement(d); ok {
			out = append(out, st)
		}
	}
	return out
}

// speak tells what the sides of the sentence's claims are about.
func (g *grounding) speak(of func(*lexicon.Grounding)) {
	for _, d := range g.drafts {
		if cause, effect, ok := g.weighed(d); ok {
			of(&cause)
			of(&effect)
		}
	}
}

// drafts are the links that a sentence marks, with what grounds them; nil if there are
// none.
func (p *passage) drafts(s *sentence) *grounding {
	var drafts []draft
	switch p.doc.Lang {
	case entente.Chinese:
		drafts = chineseClaims(p, s)
	case entente.English:
		drafts = englishClaims(p, s)
	case entente.Japanese, entente.Korean:
		drafts = verbLastClaims(p, s)
	}
	if len(drafts) == 0 {
		return nil
	}
	g := &grounding{p: p, s: s, facets: p.lex.Facets(s.view.Text, p.doc.Lang)}
	for _, d := range keepBest(drafts) {
		g.drafts = append(g.drafts, g.parts(d)...)
	}
	return g
}

// A stretch is view.Text[from:to] of a sentence.
type stretch struct{ from, to int }

func (r stretch) empty() bool { return r.to <= r.from }

func (r stretch) overlap(o stretch) int { return max(0, min(r.to, o.to)-max(r.from, o.from)) }

// covers reports whether the two share half of the shorter one.
func (r stretch) covers(o stretch) bool {
	return 2*r.overlap(o) >= min(r.to-r.from, o.to-o.from) && r.overlap(o) > 0
}

// holds reports whether both sides of a draft lie inside.
func (r stretch) holds(d draft) bool {
	return r.from <= min(d.cause.from, d.effect.from) && r.to >= max(d.cause.to, d.effect.to)
}

// A draft is a claim before its concepts are known.
type draft struct {
	cause, effect stretch // the cause is empty if elided
	about         stretch // what the cause is about, where that is less than all of it
	core          stretch // the effect without its verb, where that adds nothing
	connective    stretch
	said          int     // after the place of the verb that reports the claim, 0 if none does
	turn          stretch // a word in the effect that makes less of what it is said of
	causeTurn     stretch // likewise in the cause
	kind          turnKind
	causeKind     turnKind
	rule          entente.RuleID
	relation      string
	modality      string
	sign          entente.Sign // what the marking verb adds, where it is not part of the effect
	listed        bool         // the words alone do not tell it from a mere list: cause and effect must differ
	grounded      bool         // cause and effect must differ
	weak          bool         // the words alone do not tell it from a mere list: the effect must be a policy's aim
	sure          bool         // weak, but its verb is one of aims
	anaphoric     bool         // its subject is a pronoun for what was said before, so that it stands by itself
	rank          int          // of two drafts for one link the higher stays
	manner        manner

	joint, jointLen int // where a conjunction splits the effect, 0 if nowhere
}

// says is the part of the effect that tells its concept, topic that of the cause.
func (d *draft) says() stretch {
	if !d.core.empty() {
		return d.core
	}
	return d.effect
}

func (d *draft) topic() stretch {
	if !d.about.empty() {
		return d.about
	}
	return d.cause
}

// A manner is what the adverbs around the link say.
type manner struct {
	predicted, denied, hedged       bool
	strong, slight, immediate, long bool
}

func (m manner) strength() string {
	switch {
	case m.strong:
		return "strong"
	case m.slight:
		return "slight"
	}
	return ""
}

func (m manner) delay() string {
	switch {
	case m.immediate:
		return "immediate"
	case m.long:
		return "long"
	}
	return ""
}

// keepBest drops the weaker of two drafts that say the same link, and those
// that give one passage as cause and effect.
func keepBest(drafts []draft) []draft {
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(b.rank, a.rank) })
	var out []draft
	for _, d := range drafts {
		if d.effect.empty() || d.cause.covers(d.effect) {
			continue
		}
		same := func(o draft) bool {
			if o.anaphoric != d.anaphoric && (o.cause.empty() || d.cause.empty()) {
				return false // what "it" does beside what is said of it
			}
			return o.effect.covers(d.effect) && (o.cause.covers(d.cause) || o.cause.empty() || d.cause.empty()) ||
				o.cause.covers(d.effect) && o.effect.covers(d.cause) ||
				d.rank <= 2 && o.effect.covers(d.effect) // somebody did it, by what the other names
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.effect.from, b.effect.from), cmp.Compare(a.cause.from, b.cause.from))
	})
	return out
}

// grounding turns the drafts of one sentence into statements.
type grounding struct {
	p      *passage
	s      *sentence
	drafts []draft
	facets lexicon.Facets
	known  []grounded
	rest   *lexicon.Themes // of the rest of the text, once all of it is read

	earlier *lexicon.Grounding // what the sentence before is about, made on first use
}

// grounded is what a phrase was found to be about: several drafts share it.
type grounded struct {
	lexicon.Phrase
	found lexicon.Grounding
}

// ground returns the concept that a phrase is about, in which the verb at turn,
// if any, makes less of its object; other is the other side of the claim.
func (g *grounding) ground(role lexicon.Role, phrase, turn, other stretch) lexicon.Grounding {
	p := g.phrase(role, phrase, turn)
	p.Other, p.OtherEnd = other.from, other.to
	for _, k := range g.known {
		if k.Phrase == p {
			return k.found
		}
	}
	found := g.facets.Ground(p)
	g.known = append(g.known, grounded{p, found})
	return found
}

// phrase is a part of the sentence, in all of which actors may be named.
func (g *grounding) phrase(role lexicon.Role, phrase, turn stretch) lexicon.Phrase {
	return lexicon.Phrase{Start: phrase.from, End: phrase.to, To: len(g.s.view.Text), Turn: turn.from, TurnEnd: turn.to, Role: role}
}

func (g *grounding) statement(d draft) (entente.Statement, bool) {
	cause, effect, ok := g.sides(d)
	if !ok {
		return entente.Statement{}, false
	}
	same := cause.Concept == effect.Concept
	if d.weak && (cause.Concept == "" || same) || cause.Concept == "" && g.scrap(d) || (d.listed || d.grounded) && same ||
		cause.Concept == "" && effect.Concept == "" && !g.ofDebate(d) {
		return entente.Statement{}, false
	}
	st := g.p.statement(g.s, entente.KindClaim, d.rule, min(d.cause.from, d.effect.from), max(d.cause.to, d.effect.to))
	if d.cause.empty() {
		st.Mention = g.p.span(g.s, d.effect.from, d.effect.to)
	}
	claim := &entente.Claim{
		Effect:        g.p.span(g.s, d.effect.from, d.effect.to),
		CauseConcept:  cause.Concept,
		EffectConcept: effect.Concept,
		Polarity:      g.polarity(d, cause, effect),
		Modality:      d.modality,
		Relation:      d.relation,
		Connective:    g.s.view.String(d.connective.from, d.connective.to),
		Hedged:        d.manner.hedged,
		Sure:          cause.Sure * effect.Sure,
		Strength:      d.manner.strength(),
		Delay:         d.manner.delay(),
	}
	if d.said > 0 {
		claim.Source = g.p.subjectOf(g.s, g.s.clauseAt(d.said-1))
	}
	if !d.cause.empty() {
		claim.Cause = g.p.span(g.s, d.cause.from, d.cause.to)
	}
	st.Claim = claim
	key := string(d.rule) + "|" + claim.Cause.Quote + "|" + claim.Effect.Quote
	st.ID = entente.NewStatementID(g.p.doc.ID, entente.KindClaim, st.Start, st.End, key)
	return st, true
}

// ofDebate reports whether a link between things that no concept fits is one of
// the debate about the alliance all the same, as the document is: in English what
// marks a link is told from its like by grammar; elsewhere only if what it takes
// up stands in an earlier sentence.
func (g *grounding) ofDebate(d draft) bool {
	return g.p.onAlliance() && (d.cause.empty() || g.p.doc.Lang == entente.English)
}

// scrap reports whether what was taken for a Chinese cause may be an adverb, half
// of a compound verb (延续扩大) or the number of a heading: it is that short, and
// the effect follows it without a mark.
func (g *grounding) scrap(d draft) bool {
	const short = 3
	return g.p.doc.Lang == entente.Chinese && !d.cause.empty() && d.cause.to-d.cause.from <= short && d.cause.to == d.effect.from &&
		!strings.ContainsRune("此这该其自", g.s.view.Text[d.cause.from])
}

// sureEnough drops a concept of too little probability, and in a document that
// hardly names both allies, whose concepts these are, one that is not very
// likely or is about a state that the paragraph does not name.
func (g *grounding) sureEnough(found lexicon.Grounding) lexicon.Grounding {
	if found.Sure < leastSure || !g.p.onAlliance() && !g.sureElsewhere(found) || found.Sure < 1 && g.ofStranger(found.Concept) {
		return lexicon.Grounding{Sign: found.Sign}
	}
	return found
}

// ofStranger reports whether a concept is about a state that a document never names.
func (g *grounding) ofStranger(id entente.ConceptID) bool {
	if g.p.length < cutting {
		return false
	}
	named := g.p.statesNamed()
	return slices.ContainsFunc(lexicon.States(id), func(state string) bool { return named[state] == 0 })
}

func (g *grounding) sureElsewhere(found lexicon.Grounding) bool {
	if found.Sure == 1 {
		return true // a user's own name
	}
	return found.Sure >= leastSureElsewhere &&
		!slices.ContainsFunc(lexicon.States(found.Concept), func(state string) bool { return !g.p.paragraphNames(g.s, state) })
}

const (
	leastSure          = 0.15
	leastSureElsewhere = 0.7
)

// parts splits a claim whose effect joins two things done, if they are about
// different concepts: 强化同盟和防止被抛弃.
func (g *grounding) parts(d draft) []draft {
	if d.joint <= d.effect.from || d.joint >= d.effect.to {
		return []draft{d}
	}
	first, second := d, d
	first.effect.to, second.effect.from = d.joint, d.joint+d.jointLen
	a, b := g.ground(lexicon.Effect, first.effect, stretch{}, d.cause), g.ground(lexicon.Effect, second.effect, stretch{}, d.cause)
	if a.Concept == "" || b.Concept == "" || a.Concept == b.Concept {
		return []draft{d}
	}
	return []draft{first, second}
}

// weighed grounds the cause and the effect, each by itself. It is not ok where the
// effect alone tells that the draft is no claim.
func (g *grounding) weighed(d draft) (cause, effect lexicon.Grounding, ok bool) {
	says, about := d.says(), d.topic()
	effect = g.ground(lexicon.Effect, says, d.turn, about)
	if known := g.sureEnough(effect); d.weak && !known.Aim || d.listed && known.Concept == "" {
		return cause, effect, false
	}
	if !d.cause.empty() {
		cause = g.ground(lexicon.Cause, about, d.causeTurn, says)
	}
	return cause, effect, true
}

// sides are the cause and the effect, each in the light of the other and of the rest
// of the text.
func (g *grounding) sides(d draft) (cause, effect lexicon.Grounding, ok bool) {
	if cause, effect, ok = g.weighed(d); !ok {
		return cause, effect, false
	}
	says, about := d.says(), d.topic()
	if d.cause.empty() {
		cause = g.before()
		effect = g.facets.Amid(g.phrase(lexicon.Effect, says, d.turn), effect, g.rest)
	} else {
		cause, effect = g.facets.Together(g.phrase(lexicon.Cause, about, d.causeTurn), g.phrase(lexicon.Effect, says, d.turn), cause, effect, g.rest)
		cause = g.takenUp(g.signed(cause, lexicon.Cause, about, d.causeTurn, d.causeKind), about)
	}
	effect = g.signed(effect, lexicon.Effect, says, d.turn, d.kind)
	return g.sureEnough(cause), g.sureEnough(effect), true
}

// polarity is whether the cause makes more or less of the effect: what the words
// known to turn a sign say, and what all words of the sides do.
func (g *grounding) polarity(d draft, cause, effect lexicon.Grounding) entente.Sign {
	return g.facets.Polarity(
		lexicon.Side{Phrase: g.phrase(lexicon.Cause, d.cause, stretch{}), Concept: cause.Concept, Counted: cause.Sign},
		lexicon.Side{Phrase: g.phrase(lexicon.Effect, d.effect, stretch{}), Concept: effect.Concept, Counted: effect.Sign * d.sign, Worded: effect.Worded()})
}

// takenUp is what a cause without words of its own takes up from the sentence
// before: this initiative.
func (g *grounding) takenUp(cause lexicon.Grounding, about stretch) lexicon.Grounding {
	if cause.Score == 0 && g.pointsBack(about) {
		if before := g.before(); before.Concept != "" {
			return before
		}
	}
	return cause
}

// pointsBack reports whether a phrase opens by pointing to what was said before:
// 这一倡议, this initiative.
func (g *grounding) pointsBack(r stretch) bool {
	text := strings.ToLower(string(g.s.view.Text[r.from:min(r.to, r.from+6)]))
	for _, p := range []string{"这", "此", "该", "上述", "this ", "these ", "such "} {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}

// before grounds what a sentence without a cause of its own takes up: the
// sentence before it in its paragraph; for a heading, and where that gives
// nothing, the title of the document.
func (g *grounding) before() lexicon.Grounding {
	if g.earlier == nil {
		found := g.groundBefore()
		g.earlier = &found
	}
	return *g.earlier
}

func (g *grounding) groundBefore() lexicon.Grounding {
	lang := g.p.doc.Lang
	if i := g.s.index - 1; i >= 0 && !g.s.Heading && g.p.sentences[i].Paragraph == g.s.Paragraph {
		text := g.p.sentences[i].view.Text
		facets := g.p.lex.Facets(text, lang)
		if found := facets.Ground(lexicon.Phrase{End: min(len(text), topicLength(lang))}); found.Concept != "" {
			return found
		}
		if found := facets.Ground(lexicon.Phrase{End: len(text)}); found.Concept != "" {
			return found
		}
	}
	return g.p.lex.Ground(g.p.title(), lang)
}

// topicLength is how far the topic of a sentence reaches from its start, in
// runes: what 这 or this takes up is rather what the sentence is about than
// what it ends with.
func topicLength(lang entente.Lang) int {
	if lang == entente.English {
		return 60
	}
	return 18
}

// title is the document's title, or its first heading.
func (p *passage) title() string {
	if p.doc.Title != "" || len(p.doc.Sections) == 0 {
		return p.doc.Title
	}
	return p.doc.Sections[0].Title
}
