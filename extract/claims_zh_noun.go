package extract

import (
	_ "embed"
	"slices"
	"sync"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/ententelab/entente"
)

//go:embed data/claims_nouns.zh.yaml
var claimNounsZH []byte

// A linkNoun is the end of a link that a noun names.
type linkNoun int32

// The nouns, in the order in which zhNouns adds their lists.
const (
	reasonNoun linkNoun = iota
	resultNoun
	aimNoun
	premiseNoun
	obstacleNoun
	soWord // 之所以, which the copula of a later clause answers
)

// zhNouns are the nouns that name one end of a link and the words around them.
type zhNouns struct {
	nouns   *wordset // value: a linkNoun
	between *wordset
	copula  *wordset // value 1: denied
	become  *wordset // read from the end; value 1: denied
	related *wordset // likewise
}

var zhNounsOnce = sync.OnceValue(func() *zhNouns {
	n, err := parseNouns(claimNounsZH)
	if err != nil {
		panic(err) // the embedded file is broken: TestClaimCues would have said so
	}
	return n
})

func parseNouns(data []byte) (*zhNouns, error) {
	var f struct {
		Reason, Result, Aim, Premise, Obstacle, So, Between, Copula, Denial, Become, Unbecome, Related, Unrelated []string
	}
	if err := yaml.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	return &zhNouns{
		nouns:   foldedSet(false, f.Reason, f.Result, f.Aim, f.Premise, f.Obstacle, f.So),
		between: foldedSet(false, f.Between),
		copula:  foldedSet(false, f.Copula, f.Denial),
		become:  foldedSet(true, f.Become, f.Unbecome),
		related: foldedSet(true, f.Related, f.Unrelated),
	}, nil
}

// nouns finds the links of clause k that a noun for cause, result, aim or
// premise marks: B的原因是A, A是B的前提; and 之所以B,是A and 使B的是A.
func (r *zhReader) nouns(k int) {
	c := r.clauses[k]
	r.cleft(k)
	r.whatItDoes(k)
	r.impactOn(k)
	n := zhNounsOnce()
	for i := c.start; i < c.end; i++ {
		length, kind := n.nouns.at(r.text, i, c.end)
		if length == 0 {
			continue
		}
		noun := stretch{i, i + length}
		if linkNoun(kind) == soWord {
			r.soBecause(k)
			continue
		}
		m, ok := r.copulaAt(noun.to, c.end)
		if ok && m.from >= c.end && slices.Contains(r.text[c.start:i], '是') {
			ok = false // A既是B的来源,也是C
		}
		if ok && linkNoun(kind) == resultNoun && m.to-m.from == 1 && r.text[m.from] == '在' {
			ok = false // 作用正在减弱
		}
		if ok || linkNoun(kind) == reasonNoun && r.liesIn(noun.to, &m) {
			r.nounFirst(k, noun, linkNoun(kind), m)
		} else if r.closesNoun(noun.to, c.end) {
			r.nounLast(k, noun, linkNoun(kind))
		}
		i = noun.to - 1
	}
}

// impactOn reads A对B的影响, where no verb says what the impact does.
func (r *zhReader) impactOn(k int) {
	c := r.clause(k)
	for i := c.from + 4; i+2 < c.to; i++ {
		if r.text[i] != '影' || r.text[i+1] != '响' || r.text[i-1] != '的' && r.text[i-1] != '之' {
			continue
		}
		on := slices.Index(r.text[c.from:i], '对')
		if on < 3 || i-1-c.from-on < 3 || r.inCue(c.from+on) {
			return
		}
		cause, effect := r.subject(stretch{c.from, c.from + on}), stretch{c.from + on + 1, i - 1}
		if from := r.trimLeft(cause, r.adverb); len(r.within(effect, r.verb)) > 0 || r.plainActor(cause) || from.to-from.from < 3 {
			return
		}
		r.add(draft{cause: cause, effect: effect, connective: stretch{i, i + 2}, relation: "result", modality: "asserted",
			rule: "claim/zh/impact", rank: 3, sign: entente.Plus, listed: true})
		return
	}
}

// A copula is a word for "is" with the words before it.
type copula struct {
	stretch
	denied bool
}

// copulaAt reads the copula that follows a noun, perhaps after adverbs and a
// comma: 目的无非是, 用意,不只在于.
func (r *zhReader) copulaAt(at, to int) (copula, bool) {
	n := zhNounsOnce()
	adverbs, comma, denied := 0, false, false
	for at < len(r.text) {
		if length, deny := n.copula.at(r.text, at, len(r.text)); length > 0 {
			bare := length == 1 && r.text[at] == '在' // 在 alone needs an adverb before it
			if !bare || adverbs > 0 {
				return copula{stretch{at, at + length}, deny == 1 || denied}, at >= to || at+length <= to
			}
		}
		length, _ := n.between.at(r.text, at, len(r.text))
		switch {
		case length > 0:
			denied = denied || string(r.text[at:at+length]) == "与其说"
			at += length
			adverbs++
		case r.text[at] == ',' && !comma && at == to:
			comma = true
			at++
		default:
			return copula{}, false
		}
	}
	return copula{}, false
}

// liesIn reads 根子在A: after a noun for a cause 在 needs no adverb.
func (r *zhReader) liesIn(at int, m *copula) bool {
	if at+1 >= len(r.text) || r.text[at] != '在' || r.inCue(at) {
		return false
	}
	m.stretch = stretch{at, at + 1}
	return true
}

// closesNoun reports whether a noun ends its clause, perhaps with 之一 or 所在.
func (r *zhReader) closesNoun(at, to int) bool {
	rest := string(r.text[at:to])
	return rest == "" || slices.Contains([]string{"之一", "所在", "了", "而已", "罢了", "。", "”"}, rest)
}

// headOf returns what a noun is said of: B in B的主要原因; empty if only an
// earlier clause can be meant.
func (r *zhReader) headOf(from int, noun stretch) stretch {
	for i := noun.from - 1; i >= max(from, noun.from-8); i-- {
		if r.text[i] == '的' || r.text[i] == '之' && !r.inCue(i) {
			if head := r.subject(stretch{from, i}); !r.isPronoun(head) && head.to-head.from > 1 {
				return head
			}
			return stretch{}
		}
	}
	if noun.from-from > 8 {
		return r.subject(stretch{from, noun.from})
	}
	return stretch{}
}

// nounFirst reads B的原因是A, its aim is A, its result, its premise.
func (r *zhReader) nounFirst(k int, noun stretch, kind linkNoun, m copula) {
	head := r.headOf(r.clauses[k].start, noun)
	if head.empty() && k > 0 && kind == resultNoun {
		head = r.aimedBefore(k)
	}
	if head.empty() && k > 0 {
		head = r.before(k)
		own := r.ownerOf(head)
		switch {
		case (kind == aimNoun || kind == resultNoun) && r.text[max(0, noun.from-1)] == '其' && !own.empty():
			head = own
		case kind == aimNoun:
			head = r.mainPart(head)
		}
	}
	_, actor := r.opensAt(head.from, r.somebody)
	if head.empty() || (kind == aimNoun || kind == resultNoun && actor) && r.plainActor(head) && head.to-head.from < 8 {
		return
	}
	r.sidesAfter(k, m, head, kind)
}

// ownerOf returns the subject of a clause, if it is no actor: what 其目的 in the
// clause after it is the aim of.
func (r *zhReader) ownerOf(c stretch) stretch {
	up := r.upToIs(c)
	v, ok := r.predicate(c)
	switch {
	case ok && v.start < up.to:
		left := stretch{c.from, v.start}
		if at, ok := r.governed(left, v); ok {
			left.to = at
		}
		c = r.subject(left)
	case up == c:
		return stretch{}
	default:
		c = up
	}
	if c.to-c.from < 3 || r.plainActor(c) || r.isAgent(c) || len(r.within(c, r.say|r.matrix|r.means)) > 0 ||
		r.text[c.to-1] == '”' || slices.ContainsFunc(r.text[c.from:c.to], unicode.IsDigit) {
		return stretch{} // 国防部2025年3月讨论
	}
	return c
}

// aimedBefore returns what had an aim in the clause before k: A的本意是C,结果
// 却是B.
func (r *zhReader) aimedBefore(k int) stretch {
	for i := len(r.drafts) - 1; i >= 0; i-- {
		d := r.drafts[i]
		if d.rule == "claim/zh/is" && d.relation == "purpose" && d.effect.from >= r.clauses[k-1].start {
			return d.cause
		}
	}
	return stretch{}
}

// sidesAfter adds what follows a copula, and the clauses that go on with a
// copula of their own: 不是A,而是B.
func (r *zhReader) sidesAfter(k int, m copula, head stretch, kind linkNoun) {
	n := k
	for n < len(r.clauses)-1 && m.from >= r.clauses[n].end {
		n++
	}
	rest := stretch{m.to, r.clauses[n].end}
	if rest.empty() && n+1 < len(r.clauses) && r.clauses[n].mark == ',' {
		n++
		rest = r.clause(n) // 其副作用在于,它B
		if it, ok := r.opensAt(rest.from, r.pronoun); ok {
			rest.from = it.end
		}
	}
	for {
		if rest.to-rest.from > 1 && !(rest.to-rest.from < 7 && r.text[rest.to-1] == '的') { // 是多方面的
			r.add(r.nounDraft(kind, head, rest, m))
		}
		n++
		if n >= len(r.clauses) || r.clauses[n-1].mark != ',' {
			return
		}
		next, ok := r.copulaAt(r.clauses[n].start, r.clauses[n].end)
		rest = stretch{next.to, r.clauses[n].end}
		if !ok && kind == aimNoun {
			rest = r.trimLeft(r.clause(n), r.adverb|r.therefore) // 目的是A,进而B
			_, ok = r.opensAt(rest.from, r.aim|r.act|r.semi|r.semiLess)
			next = m
		}
		if !ok {
			return
		}
		m = next
	}
}

func (r *zhReader) nounDraft(kind linkNoun, head, other stretch, m copula) draft {
	d := draft{cause: other, effect: head, connective: m.stretch, relation: "reason", modality: "asserted",
		rule: "claim/zh/is", rank: 6, sign: entente.Plus}
	switch kind {
	case resultNoun:
		d.cause, d.effect, d.relation = head, other, "result"
	case aimNoun:
		d.cause, d.effect, d.relation, d.modality = head, other, "purpose", "intended"
	case obstacleNoun:
		d.sign = entente.Minus
	case reasonNoun:
		d.cause = r.trimLeft(other, r.reason) // 则是由于A
	case premiseNoun:
		d.relation, d.modality = "condition", "conditional"
	}
	if m.denied {
		d.modality = "denied"
	}
	return d
}

// nounLast reads A是B的原因, A成为B的前提, B是A的结果.
func (r *zhReader) nounLast(k int, noun stretch, kind linkNoun) {
	c := r.clauses[k]
	of := noun.from - 1
	for of > c.start && of > noun.from-8 && r.text[of] != '的' && !r.ofAt(of) {
		of--
	}
	if kind == reasonNoun && k > 0 && noun.to == c.end && noun.from-c.start > 4 && r.text[noun.from-1] == '是' && r.clauses[k-1].mark == ',' {
		cause := r.subject(stretch{c.start, noun.from - 1})
		r.add(r.nounDraft(kind, r.before(k), cause, copula{stretch{noun.from - 1, noun.from}, false})) // B,A是主因
		return
	}
	if kind == aimNoun || of <= c.start || r.text[of] != '的' && r.text[of] != '之' {
		return
	}
	for i := of - 1; i > c.start; i-- {
		length, deny := zhNounsOnce().become.before(r.text, i, c.start)
		if length == 0 || of-i < 2 {
			continue
		}
		left := r.subject(stretch{c.start, i - length})
		if (left.empty() || r.isPronoun(left)) && k > 0 {
			left = r.before(k)
			if length > 1 {
				left = r.upToIs(left) // A并非C,而是B的原因
			}
		}
		middle := stretch{i, of}
		if r.text[middle.from] == '对' {
			middle.from++ // 是对A的回应
		}
		if middle = r.withoutMost(middle); middle.to-middle.from < 2 {
			return // 最有力的动力, of nothing that is told
		}
		if left.to-left.from < 2 || kind != resultNoun && r.plainActor(left) || kind == resultNoun && r.plainActor(middle) {
			return
		}
		d := r.nounDraft(kind, middle, left, copula{stretch{i - length, i}, deny == 1})
		r.add(d)
		return
	}
}

// withoutMost leaves out the superlative at the end of what something is a cause of:
// 合作最有力(的黏合剂).
func (r *zhReader) withoutMost(s stretch) stretch {
	const longest = 4
	for i := max(s.from, s.to-longest); i+1 < s.to; i++ {
		if r.text[i] == '最' && !r.inCue(i) {
			return stretch{s.from, i}
		}
	}
	return s
}

// ofAt reports whether 之 at a place stands for 的.
func (r *zhReader) ofAt(at int) bool { return r.text[at] == '之' && !r.inCue(at) }

// upToIs is the subject of a clause that says what it is, or is not.
func (r *zhReader) upToIs(s stretch) stretch {
	if no, ok := r.first(s, r.no); ok {
		return r.subject(stretch{s.from, no.start})
	}
	for i := s.from + 2; i < s.to; i++ {
		if r.text[i] != '是' {
			continue
		}
		for slices.Contains([]rune("既就正也又还便都"), r.text[i-1]) {
			i--
		}
		return r.subject(stretch{s.from, i})
	}
	return s
}

// soBecause reads B之所以C,是A: the copula opens one of the clauses after k.
func (r *zhReader) soBecause(k int) {
	effect := stretch{r.clause(k).from, r.clauses[k].end}
	for n := k + 1; n < len(r.clauses) && n <= k+2; n++ {
		if m, ok := r.copulaAt(r.clauses[n].start, r.clauses[n].end); ok {
			r.sidesAfter(k, m, effect, reasonNoun)
			return
		}
		if has, _ := considering.at(r.text, r.clauses[n].start, r.clauses[n].end); has > 0 {
			if tail, _ := considerations.before(r.text, r.clauses[n].end, r.clauses[n].start); tail > 0 {
				cause := stretch{r.clauses[n].start + has, r.clauses[n].end - tail}
				r.add(r.reasonDraft(stretch{r.clauses[n].start, r.clauses[n].start + has}, cause, effect))
			}
		}
	}
}

// considering and considerations stand around a reason of several: 既有A的考虑,也有C的因素.
var (
	considering    = wordsetOf(false, []string{"既有", "也有", "又有", "更有", "还有", "亦有", "既出于", "也出于", "既因", "也因"})
	considerations = wordsetOf(true, []string{"的考虑", "的考量", "的因素", "的原因", "的动机", "的一面", "的算计", "的需要", "的盘算", "的用意"})
)

// severalCauses reads 促成B的既有A,也有C, where 既有 may stand behind a comma.
func (r *zhReader) severalCauses(k, at int, effect stretch) bool {
	n := k
	if at == r.clauses[k].end {
		if n++; n == len(r.clauses) || r.clauses[k].mark != ',' {
			return false
		}
		at = r.clauses[n].start
	}
	found := false
	for ; n < len(r.clauses); n++ {
		has, _ := considering.at(r.text, at, r.clauses[n].end)
		if has == 0 {
			break
		}
		d := r.reasonDraft(stretch{at, at + has}, stretch{at + has, r.clauses[n].end}, effect)
		d.relation = "result"
		r.add(d)
		found = true
		if n+1 < len(r.clauses) {
			at = r.clauses[n+1].start
		}
	}
	return found
}

// whatItDoes reads A改变的是B.
func (r *zhReader) whatItDoes(k int) {
	c := r.clause(k)
	for _, v := range r.within(stretch{c.from + 2, c.to}, r.cause|r.causeLess|r.semi|r.semiLess) {
		if v.end >= c.to || r.text[v.end] != '的' {
			continue
		}
		head := r.subject(stretch{c.from, v.start})
		m, ok := r.copulaAt(v.end+1, c.to)
		if !ok || m.to >= c.to || head.to != v.start || head.to-head.from < 2 || r.plainActor(head) || r.isAgent(head) {
			continue
		}
		n := len(r.drafts)
		r.sidesAfter(k, m, head, resultNoun)
		for j := n; j < len(r.drafts) && v.is(r.turnsSign); j++ {
			r.drafts[j].sign = entente.Minus
		}
		return
	}
}

// cleft reads 使B的是A, 推动B的不是A,而是C.
func (r *zhReader) cleft(k int) {
	c := r.clauses[k]
	from := r.trimLeft(r.trimLeft(r.clause(k), r.adverb), r.opener).from
	v, ok := r.opensAt(from, r.cause|r.causeLess|r.semi|r.semiLess)
	if !ok {
		return
	}
	if m, ok := r.copulaAt(v.end+1, c.end); ok && r.text[v.end] == '的' && v.is(r.cause) && k > 0 && m.to < c.end {
		cause := r.before(k)
		if prior, ok := r.chained(k); ok && !prior.cause.empty() {
			cause = prior.cause
		}
		r.sidesAfter(k, m, cause, resultNoun) // A,换来的是B
		return
	}
	for i := v.end + 2; i < c.end; i++ {
		if r.text[i] != '的' {
			continue
		}
		effect := stretch{v.start, i}
		if v.is(r.cause) {
			effect.from = v.end
		}
		if r.severalCauses(k, i+1, effect) {
			return
		}
		m, ok := r.copulaAt(i+1, c.end)
		if !ok {
			continue
		}
		if m.to == c.end {
			return // 令人失望的是 only opens a sentence
		}
		n := len(r.drafts)
		r.sidesAfter(k, m, effect, reasonNoun)
		for j := n; j < len(r.drafts); j++ {
			r.drafts[j].relation = "result"
			if v.is(r.turnsSign) {
				r.drafts[j].turn = v.stretch()
			}
		}
		return
	}
}
