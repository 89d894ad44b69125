package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente"
)

// This file reads where what an English verb says begins and goes on.

// onADate returns the English cue at view.Text[i:] without the "on" that it ends with, where a
// date follows: insisted on March 5 that. The length is 0 if none is.
func (p *passage) onADate(s *sentence, set *cueSet, i, n int) (int, int32) {
	text := s.view.Text
	if p.doc.Lang != entente.English || n < 4 || string(text[i+n-3:i+n]) != " on" {
		return 0, 0
	}
	for _, d := range p.datesIn(s) {
		if d.Start == i+n+1 {
			return set.words.at(text, i, i+n-3)
		}
	}
	return 0, 0
}

// thatApart returns the English cue at view.Text[i:] that ends in "that", where when, where or
// how it was said stands before that: charged on the day of the vote that. Its length runs to
// the end of that; it is 0 if there is none.
func (p *passage) thatApart(s *sentence, set *cueSet, i int) (int, int32) {
	const most, far = 3, 60 // words of the verb, characters between
	text := s.view.Text
	if p.doc.Lang != entente.English || !latin(text[i]) || i > 0 && latin(text[i-1]) {
		return 0, 0
	}
	end := s.clauseOf(i).end
	that := untilThat(text, i, end)
	if that == end {
		return 0, 0
	}
	verb := make([]rune, 0, 32)
	for j, words := i, 0; words < most && j < that; words++ {
		for j < that && text[j] != ' ' {
			j++
		}
		if that-j < far && (adverbialAt(text, j+1, that) || p.dateFills(s, j+1, that)) {
			verb = append(append(verb[:0], text[i:j]...), []rune(" that")...)
			if n, v := set.words.at(verb, 0, len(verb)); n == len(verb) {
				return that + len(" that") - i, v
			}
		}
		j++
	}
	return 0, 0
}

// dateFills reports whether view.Text[i:j] is a date: responded | the following day | that.
func (p *passage) dateFills(s *sentence, i, j int) bool {
	i = skipWordsAhead(s.view.Text, i, "the")
	return slices.ContainsFunc(p.datesIn(s), func(d dated) bool {
		return skipWordsAhead(s.view.Text, d.Start, "the") == i && d.End == j
	})
}

// adverbialAt reports whether text[i:that] tells when, where or how: it opens with a
// preposition, and its last word is none of which that would tell more (on the ground that).
func adverbialAt(text []rune, i, that int) bool {
	if i >= that || !enAdverbials[wordAfter(text, i-1)] {
		return false
	}
	last, _ := wordLeft(text, that)
	return !enThatOf[last]
}

var (
	enAdverbials = wordMap("en", "adverbials")
	enThatOf     = wordMap("en", "that_of")
)

// lateThat is where what an English verb says begins behind an insertion: told the Diet on
// Friday, three days after taking office, that. It is 0 if nothing is inserted.
func (p *passage) lateThat(s *sentence, j int) int {
	const most = 3 // clauses, which the commas of a date part too
	text, k := s.view.Text, s.clauseAt(j-1)
	if p.doc.Lang != entente.English || k < 0 || untilThat(text, max(0, j-1), s.clauses[k].end) < s.clauses[k].end || openBefore(text, 0, s.clauses[k].end) {
		return 0
	}
	for c := k + 1; c < len(s.clauses) && c <= k+most && s.clauses[c-1].mark == ','; c++ {
		if at := skipAhead(text, s.clauses[c].start); hasWord(text, at, len(text), "that") {
			return at
		}
		if p.roles[s.index][c].speaks {
			return 0
		}
	}
	return 0
}

// behindManner is where what an English verb says begins behind an adverb: say openly that.
func behindManner(text []rune, j int) int {
	adverb := wordAfter(text, j)
	if that := skipWordsAhead(text, skipAhead(text, j), adverb); strings.HasSuffix(adverb, "ly") && hasWord(text, that, len(text), "that") {
		return that
	}
	return j
}

// andThat adds what an English verb says in a second clause: told them that the goal would
// be met, and that the plans would be rewritten.
func (p *passage) andThat(s *sentence, set *cueSet, c *cue, found []stance) []stance {
	const least, inserted = 12, 30 // , two years early, and that
	text := s.view.Text
	if len(found) == 0 || p.doc.Lang != entente.English {
		return found
	}
	f := found[len(found)-1]
	if untilThat(text, max(0, f.content-1), f.end) >= f.end && wordAfter(text, f.content) != "that" {
		return found
	}
	for k := s.clauseAt(f.end-1) + 1; k > 0 && k < len(s.clauses); k++ {
		cl := s.clauses[k]
		at := skipAhead(text, cl.start)
		if that := skipWordsAhead(text, at, "and", "that"); that-at < len("and that") || cl.end-that < least {
			if cl.end-at > inserted {
				break
			}
		} else {
			g := f
			g.start, g.content, g.end = that, that, cl.end
			if name := p.leansFor(s, set, c, that, cl.end, g); name != "" {
				g.name = name
			}
			found = append(found, g)
		}
	}
	return found
}

// tellsOf reports whether what a paper says behind j is a stance that somebody else takes:
// revealed that Colby had been pressing Tokyo.
func (p *passage) tellsOf(s *sentence, set *cueSet, j int) bool {
	text, end := s.view.Text, s.clauseOf(j).end
	that := untilThat(text, j, end)
	if that == end {
		return false
	}
	who := p.resolve(s, p.ownSubject(s, that+len(" that"), end), max(0, s.clauseAt(j)))
	if len(who.actors) == 0 || who.start < that {
		return false
	}
	for at := who.end; at <= english.enSkip(text, who.end, end); at++ {
		if n, v := set.words.at(text, at, end); n > 0 && set.cues[v].Frame != "decoy" && p.predicate(s, set, at, at+n) {
			return true
		}
	}
	return false
}
