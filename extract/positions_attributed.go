package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads who says what in English where the words stand before the one who
// says them, without quotation marks: Tokyo will pay more, Koizumi said; Tokyo must pay
// more, according to Colby.

// attributed returns the clauses before the one that consists of somebody and a verb of
// saying at view.Text[i:j], where they are what is said, or with the clause behind it where
// that goes on with what they are about.
func (p *passage) attributed(s *sentence, i, j int) (from, to int) {
	const aside = 40 // characters: on Friday, at a news conference
	k, text := s.clauseAt(i), s.view.Text
	if p.doc.Lang != entente.English || k == 0 || s.clauses[k-1].mark != ',' || closesQuote(text[s.clauses[k-1].end-1]) || openBefore(text, 0, i) {
		return 0, 0
	}
	cl, who := s.clauses[k], p.roles[s.index][k]
	if !who.named() || who.start-s.firstWord(cl) > aside/2 || cl.end-j > aside || !timeOrPlace(text, j, cl.end) {
		return 0, 0
	}
	if first := wordAfter(text, cl.start); enOpens[first] && first != "as" || first == "who" || first == "whom" || first == "whose" {
		return 0, 0 // Japan, which Trump criticized, must pay more
	}
	for from = k - 1; from > 0 && s.clauses[from-1].mark != ';'; from-- {
	}
	if k < len(s.clauses)-1 && parted(text, s.clauses[from:k+2]) {
		return s.firstWord(s.clauses[from]), s.clauses[k+1].end
	}
	saying := k == len(s.clauses)-1 && p.roles[s.index][from].named()
	if !saying && !stated(text, s.clauses[from], s.clauses[k-1].end) {
		return 0, 0
	}
	return s.firstWord(s.clauses[from]), s.clauses[k-1].end
}

// ofClause are those of the speakers who are named in the clause of the verb at
// view.Text[i], if any is: Japan, Colby argued, must pay more.
func (p *passage) ofClause(s *sentence, i int, speakers []entente.ActorID) []entente.ActorID {
	var out []entente.ActorID
	for _, m := range s.namesIn(s.clauseOf(i).start, i) {
		for _, a := range m.Actors() {
			if slices.Contains(speakers, a) {
				out = append(out, a)
			}
		}
	}
	if out == nil {
		return speakers
	}
	return out
}

// parted reports whether the last but one of English clauses parts the subject before it
// from what is said of it behind: The base, Tamaki said, must close.
func parted(text []rune, clauses []clause) bool {
	if len(clauses) != 3 || clauses[1].mark != ',' {
		return false
	}
	subject, said := clauses[0], clauses[2]
	next := wordAfter(text, said.start)
	return next != "" && !enOpens[next] && !enPhrases[next] && !strings.HasSuffix(next, "ing") && next != "who" && next != "whose" &&
		!enOpens[wordAfter(text, subject.start)] && !enPhrases[wordAfter(text, subject.start)] && !stated(text, subject, subject.end)
}

// stated reports whether an English clause up to text[to] says something of its subject,
// with an auxiliary: The base must close.
func stated(text []rune, cl clause, to int) bool {
	if first := wordAfter(text, cl.start); enOpens[first] || enPhrases[first] {
		return false
	}
	for i := cl.start; i < to; i = wordEnd(text, i) + 1 {
		if latin(text[i]) && enFinite[lowerString(text[i:wordEnd(text, i)])] {
			return true
		}
	}
	return false
}

// timeOrPlace reports whether nothing or a phrase of time or place is text[i:to].
func timeOrPlace(text []rune, i, to int) bool {
	w := wordAfter(text, i)
	return w == "" || i >= to || enPhrases[w] || w == "on" || w == "in" || w == "at" || w == "to"
}

// toldTo reports whether somebody is told to do something: told Tokyo to pay more.
func toldTo(text []rune, i, j, end int) bool {
	switch wordAfter(text, i) {
	case "tell", "tells", "told", "telling", "warn", "warns", "warned", "warning", "caution", "cautions", "cautioned", "cautioning":
		return enPivot(text, j, end)
	}
	return false
}

// accordingTo returns the people, parties or bodies of a state according to whom an
// English sentence says what it says, and what that is.
func (p *passage) accordingTo(s *sentence) (who []entente.ActorID, from, to int) {
	const mark, reach = "according to", 60
	text := s.view.Text
	for k, cl := range s.clauses {
		at := s.firstWord(cl)
		if !hasWord(text, at, cl.end, mark) {
			continue
		}
		at += len(mark)
		for _, m := range s.actors {
			if m.Start < at || m.Start > at+reach || m.End > cl.end {
				continue
			}
			switch {
			case k == 0 && len(s.clauses) > 1:
				return m.Actors(), s.firstWord(s.clauses[1]), s.clauses[len(s.clauses)-1].end
			case k == len(s.clauses)-1 && k > 0:
				return m.Actors(), s.firstWord(s.clauses[0]), s.clauses[k-1].end
			}
		}
	}
	return nil, 0, 0
}

// sourced is the stance of those according to whom a sentence says something.
func (p *passage) sourced(s *sentence) []stance {
	if p.doc.Lang != entente.English {
		return nil
	}
	who, from, to := p.accordingTo(s)
	if len(who) == 0 || who[0] == "author" {
		return nil
	}
	p.quoting = voice{who, s.index}
	c := &cue{Frame: "content", rule: "position/en/according"}
	return p.said(s, cues.en, c, stance{rule: c.rule, speaker: who, start: from, content: from, end: to})
}
