package extract

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

//go:embed data/claims_turns.zh.yaml
var claimTurnsZH []byte

// The kinds of words in data/claims_turns.zh.yaml, in the order of zhTurnsOnce.
const (
	otherWord int32 = iota
	fewerWord
	fallWord
	easeWord
	illWord
	harmWord
	unableWord
	notWord
	hurdleWord
	stayWord
	feelingWord
)

var zhTurnsOnce = sync.OnceValue(func() *wordset {
	w, err := parseTurns(claimTurnsZH)
	if err != nil {
		panic(err) // the embedded file is broken: TestClaimCues would have said so
	}
	return w
})

func parseTurns(data []byte) (*wordset, error) {
	var f struct {
		Other, Fewer, Fall, Ease, Ill, Harm, Unable, Not, Hurdle, Stays, Feeling []string
	}
	if err := yaml.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	return foldedSet(false, f.Other, f.Fewer, f.Fall, f.Ease, f.Ill, f.Harm, f.Unable, f.Not, f.Hurdle, f.Stays, f.Feeling), nil
}

// signs finds what in a draft's cause and effect makes less of what they are
// about, where the marking verb is not it already: 关系跌至低点, 合作无从谈起.
func (r *zhReader) signs(d *draft) {
	switch {
	case !d.core.empty() && d.sign == entente.Minus: // B因A而减弱
	case d.turn.empty():
		d.turn, d.kind = r.turnIn(d.effect, d.modality == "denied")
	default:
		d.kind = r.kindOf(d.turn, d.effect)
	}
	d.causeTurn, d.causeKind = r.turnIn(d.cause, false)
	if d.causeTurn.empty() && d.relation == "condition" {
		d.causeTurn = r.notDone(d.cause)
	}
}

// notDone finds the denial of a verb after its subject in what is supposed:
// 日本不开放基地.
func (r *zhReader) notDone(s stretch) stretch {
	words := zhTurnsOnce()
	for i := s.from; i+2 < s.to; i++ {
		if r.text[i] != '不' && r.text[i] != '未' {
			continue
		}
		after := i == s.from || slices.ContainsFunc(r.cues, func(c linkCue) bool { return c.end == i && c.is(r.somebody|r.cond) })
		if n, _ := words.at(r.text, i, s.to); after && n == 0 && !r.describesNoun(i+1, s.to, notWord) {
			return stretch{i, i + 1}
		}
	}
	return stretch{}
}

// turnIn returns the last word of a phrase that makes less of what the phrase
// is about. A word that only describes a noun does not; nor does, in what is
// denied, the word that denies it.
func (r *zhReader) turnIn(s stretch, denied bool) (turn stretch, kind turnKind) {
	words := zhTurnsOnce()
	if turn, kind, ok := r.fewerThan(s); ok {
		return turn, kind
	}
	hurdle := false
	var fall stretch
	last := otherWord
	for i := s.from; i < s.to; i++ {
		n, val := words.at(r.text, i, s.to)
		if n == 0 {
			continue
		}
		next := i + n
		describes := r.describesNoun(next, s.to, val)
		switch {
		case val == otherWord && n == s.to-s.from, val == feelingWord && next == s.to && fall.empty():
			turn, kind, last = stretch{i, next}, spoils, val // 因A而适得其反
		case val == otherWord, val == feelingWord, denied && (val == notWord || val == unableWord), describes && val != stayWord:
		case val == stayWord:
			return stretch{i, next}, stays
		case val == hurdleWord:
			hurdle = true
		case val == fallWord:
			fall = stretch{i, next}
		case val == harmWord:
			if next == s.to && r.suffering(s) {
				turn, kind, last = stretch{i, next}, spoils, val
			}
		case val == easeWord:
			if fall = (stretch{i, next}); i == s.from {
				turn, kind, last = fall, clears, val
			}
		default:
			if last != fewerWord && last != illWord || val == notWord || val == unableWord {
				turn.from = i
			}
			turn.to, kind, last = next, zhTurnKinds[val], val // 跌至多年未有的低点 is one fall
		}
		i = next - 1
	}
	switch {
	case hurdle && turn.empty() && !fall.empty():
		return fall, clears
	case hurdle && kind != spoils && !turn.empty():
		kind = clears
	}
	return turn, kind
}

// zhTurnKinds are the kinds of turn that the words bring.
var zhTurnKinds = [...]turnKind{fewerWord: sinks, illWord: spoils, unableWord: spoils, notWord: lessens}

// describesNoun reports whether a word that ends at a place only describes a
// noun: 萎缩的经济, 不敢取消的定例.
func (r *zhReader) describesNoun(at, to int, val int32) bool {
	reach := 1
	if val == notWord || val == unableWord {
		reach = 4
	}
	return slices.Contains(r.text[at:min(to, at+reach)], '的')
}

// suffering reports whether a phrase opens with the word for what something is
// brought upon: 给同盟带来损伤.
func (r *zhReader) suffering(s stretch) bool {
	switch r.text[s.from] {
	case '给', '对', '为', '向', '使', '令':
		return true
	}
	return false
}

// kindOf is how a marking verb makes less of its object: 冲击 spoils it, and
// 扫除 clears what stands in its way, if that is what the object names.
func (r *zhReader) kindOf(turn, s stretch) turnKind {
	n, val := zhTurnsOnce().at(r.text, turn.from, turn.to)
	switch {
	case n > 0 && val == harmWord:
		return spoils
	case n > 0 && val == easeWord, r.endsHurdle(s):
		return clears
	}
	return lessens
}

// endsHurdle reports whether a noun for what stands in the way ends a phrase.
func (r *zhReader) endsHurdle(s stretch) bool {
	words := zhTurnsOnce()
	for i := max(s.from, s.to-4); i < s.to; i++ {
		if n, val := words.at(r.text, i, s.to); i+n == s.to && val == hurdleWord {
			return true
		}
	}
	return false
}

// fewerThan returns the adjective for little that ends a phrase of 越: 越小,
// 就越低. Room for something that gets less spoils it.
func (r *zhReader) fewerThan(s stretch) (turn stretch, kind turnKind, ok bool) {
	if s.to-s.from < 2 || !slices.Contains([]rune("越愈"), r.text[s.to-2]) || !slices.Contains([]rune("小低少弱远淡窄难薄差短浅冷慢轻稀松"), r.text[s.to-1]) {
		return stretch{}, lessens, false
	}
	turn, kind = stretch{s.to - 1, s.to}, sinks
	for i := s.from; i+1 < turn.from; i++ {
		if slices.Contains([]string{"空间", "余地", "余裕", "机会"}, string(r.text[i:i+2])) {
			kind = spoils
		}
	}
	return turn, kind, true
}

// keepNo gives an effect back the denial that was read with the word for "then"
// before it: 就无法, 便不会.
func (r *zhReader) keepNo(s stretch) stretch {
	if n, val := zhTurnsOnce().at(r.text, max(0, s.from-2), s.from); n == 2 && (val == notWord || val == unableWord) {
		s.from -= n
	}
	return s
}
