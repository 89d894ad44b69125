package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// positions returns the positions of one sentence: who takes which stance, as
// far as a cue says so. What stands inside reported speech decides the stance
// of the one who speaks and is no position of its own.
func (p *passage) positions(s *sentence) []entente.Statement {
	if s.Heading || p.domestic() && !p.abroad(s) || p.wonders(s) {
		return nil
	}
	found := p.stances(s)
	for i := range found {
		if f := &found[i]; !f.author {
			f.name = p.weighedStance(s, *f)
		}
	}
	found = slices.DeleteFunc(found, func(f stance) bool { return f.name == "" })
	var out []entente.Statement
	for _, f := range merge(found) {
		if p.doc.Lang == entente.English && slices.Equal(f.speaker, unattributed) {
			continue // what nobody in particular says is nobody's position
		}
		out = append(out, p.position(s, p.along(s, p.ownWords(s, f))))
	}
	return out
}

// stances are the stances of one sentence as the rules find them, in its order; those of
// the author come last.
func (p *passage) stances(s *sentence) []stance {
	set := cues.of(p.doc.Lang)
	var found []stance
	switch {
	case p.doc.Lang == entente.Japanese, p.doc.Lang == entente.Korean:
		found = p.verbFinal(s, set)
	case p.staysQuoted(s):
		found = p.goesOnQuoted(s, set) // I believe is said by whoever is quoted
	default:
		found = p.verbFirst(s, set)
	}
	if len(found) == 0 {
		found = p.sourced(s)
	}
	if len(found) == 0 {
		found = p.remarks(s, set)
	}
	if len(found) == 0 {
		found = p.goesOnQuoted(s, set)
	}
	found = append(found, p.nominal(s, found)...)
	found = p.polled(s, found)
	slices.SortStableFunc(found, func(a, b stance) int { return a.start - b.start })
	return append(found, p.authorStances(s, found)...)
}

// wonders reports whether a sentence is a question of the author's own, which states
// nothing of those it asks about: 东京为何乐见其成?
func (p *passage) wonders(s *sentence) bool {
	text := s.view.Text
	n := len(text)
	if n == 0 || text[n-1] != '?' {
		return false
	}
	switch p.doc.Lang {
	case entente.English:
		return !slices.ContainsFunc(text, opensQuote)
	case entente.Chinese:
		return interrogatives.in(text, 0, n) && !cues.zh.speaks(text)
	}
	return false
}

// A stance is a position as a rule finds it; offsets count runes of view.Text.
type stance struct {
	name       string
	rule       entente.RuleID
	speaker    []entente.ActorID
	addressee  []entente.ActorID
	start, end int // the mention
	content    int // where what is asked, promised or said starts
	author     bool
	modal      int // where the modal of advice stands
}

// position makes the statement of a stance.
func (p *passage) position(s *sentence, f stance) entente.Statement {
	for f.end > f.start+1 && strings.ContainsRune(" ,;:。.!?", s.view.Text[f.end-1]) {
		f.end--
	}
	for f.start < f.end-1 && s.view.Text[f.start] == ' ' {
		f.start++
	}
	st := p.statement(s, entente.KindPosition, f.rule, f.start, f.end)
	st.ID = entente.NewStatementID(p.doc.ID, entente.KindPosition, st.Mention.Start, st.Mention.End, f.name)
	voice := "reported"
	if f.author || len(f.speaker) == 1 && f.speaker[0] == "author" {
		voice = "author"
		if len(p.we) == 1 {
			f.speaker = p.we // a government speaks
		}
	}
	st.Position = &entente.Position{
		Speaker:   p.leaders(s, f),
		Addressee: f.addressee,
		Stance:    f.name,
		Topic:     p.topicAround(s, f),
		Date:      p.dateSaid(s, f.start),
		Voice:     voice,
	}
	if st.Position.Addressee == nil {
		st.Position.Addressee = []entente.ActorID{}
	}
	return st
}

// brief is how many characters a stance's object has that only names a topic:
// what follows in the same breath then says what the stance is.
const brief = 8

// merge drops a stance that says again what the one before it says: the same
// speaker, and the same stance out of one clause or one breath.
func merge(list []stance) []stance {
	var out []stance
	for _, f := range list {
		if n := len(out); n > 0 && f.name == out[n-1].name && sameStates(f.speaker, out[n-1].speaker) {
			last := &out[n-1]
			if f.start < last.end {
				continue
			}
			if f.start == last.end && f.rule == last.rule {
				last.end = f.end // 受け入れられな|いと反論した
				continue
			}
			if last.end-last.content <= brief && f.start-last.end <= 2*brief {
				f.start = last.start
				out = out[:n-1]
			}
		}
		out = append(out, f)
	}
	return out
}

// topicAround says what a stance is about: what follows its verb, or, where
// nothing does, the phrase before it (对…表示关切).
func (p *passage) topicAround(s *sentence, f stance) string {
	if topic := p.topicOf(s, f.content, f.end); topic != "" {
		return topic
	}
	from := 0
	if c := s.clauseAt(f.start); c >= 0 {
		from = max(s.clauses[c].start, min(p.roles[s.index][c].end, f.start))
	}
	return p.topicOf(s, from, f.start)
}

// maxTopic is how many characters of the text a topic without a concept quotes.
const maxTopic = 60

// topicOf says what a position is about: the concepts named in
// view.Text[from:to], in English, or else the words themselves.
func (p *passage) topicOf(s *sentence, from, to int) string {
	topic, seen := "", map[*lexicon.Entry]bool{}
	for _, m := range s.names {
		if m.Start < from || m.End > to || m.Entry.Type != lexicon.Concept || seen[m.Entry] {
			continue
		}
		seen[m.Entry] = true
		if topic != "" {
			topic += "; "
		}
		topic += m.Entry.Name("en")
		if len(seen) == 3 {
			break
		}
	}
	if topic != "" {
		return topic
	}
	for from < to && strings.ContainsRune(" ,:;、“”\"「」", s.view.Text[from]) {
		from++
	}
	switch p.doc.Lang {
	case entente.English:
		if hasWord(s.view.Text, from, to, "of") {
			from += len("of ") // raised the idea of talks
		}
		if at := strings.Index(string(s.view.Text[from:to])+" ", " but "); at > 0 {
			to = from + len([]rune(string(s.view.Text[from:to])[:at])) // accepted the plan but
		}
	case entente.Chinese:
		if from < to-1 && strings.ContainsRune("了和及并", s.view.Text[from]) {
			from++ // 取消了会晤, 反对和遏制分裂
		}
	}
	if from >= to {
		return ""
	}
	return p.span(s, from, min(to, from+maxTopic)).Quote
}
