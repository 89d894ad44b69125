package extract

import (
	"slices"
	"strings"

	"github.com/ententelab/entente/lexicon"
)

// This file reads names of institutions in Chinese and Japanese by their shape.

// titles reads 《…》 by how the title ends, or by what follows it. Books and
// articles are no institutions.
func (r *namer) titles() []named {
	var out []named
	for i := 0; i < len(r.text); i++ {
		if r.text[i] != '《' {
			continue
		}
		j := matching(r.text, i, '《', '》')
		if j < 0 {
			break
		}
		title, rest := string(r.text[i+1:j]), string(r.text[j+1:])
		kind, _ := r.words.Title.ending(strings.TrimRight(title, "0123456789”()年"))
		end := j + 1
		if k, w := r.words.Follows.starting(rest); w != "" {
			end += len([]rune(w))
			if kind == "" || kind == "strategy_document" {
				kind = k
			}
			if k == "agreement" && suffixOf(title, r.words.Policy) != "" {
				kind = "strategy_document"
			}
		}
		if (kind == "" || kind == "strategy_document" || kind == "program") && suffixOf(strings.TrimRight(string(r.text[max(0, i-6):i]), "了过"), r.words.Parties) != "" {
			kind = "agreement" // 签订《…计划》
		}
		if kind != "" {
			c := r.made(i, end, kind, "title", nil)
			if kind == "agreement" {
				c.members = r.parties(i, nil)
			}
			if r.joint(end) {
				c.id = "joint statement"
			}
			out = append(out, c)
		}
		i = j
	}
	return out
}

// matching returns where the bracket that opens at i closes, -1 if nowhere.
func matching(text []rune, i int, open, shut rune) int {
	depth := 0
	for j := i; j < len(text); j++ {
		switch text[j] {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// quoted reads “…” by how it ends, or by what follows it: a partnership, a
// dialogue, an exercise.
func (r *namer) quoted() []named {
	var out []named
	for i := 0; i < len(r.text); i++ {
		if r.text[i] != '“' {
			continue
		}
		j := matching(r.text, i, '“', '”')
		if j < 0 {
			break
		}
		if c, ok := r.quotedAt(i, j); ok {
			out = append(out, c)
		}
		i = j
	}
	return out
}

// maxQuoted is how long a name in quotation marks may be; longer is speech.
const maxQuoted = 20

func (r *namer) quotedAt(i, j int) (named, bool) {
	inner, rest := string(r.text[i+1:j]), string(r.text[j+1:])
	if j-i-1 > maxQuoted || strings.ContainsAny(inner, ",。;!?:") || strings.Contains(inner, "的小多边") {
		return named{}, false
	}
	if n := r.exercise(rest); n > 0 {
		return r.made(i, j+1+n, "program", "exercise", r.statesBefore(i)), true
	}
	if r.serial(i, j) {
		return r.made(i, j+1, "program", "exercise", r.statesBefore(i)), true
	}
	if prefixOf(inner, r.words.Opening) != "" {
		return named{}, false
	}
	kind, word := r.words.Quoted.ending(inner)
	end := j + 1
	if kind == "" || len([]rune(inner)) < len([]rune(word))+2 {
		var after string
		if kind, after = r.words.Quoted.starting(rest); kind == "" {
			return r.system(i, j)
		}
		end += len([]rune(after))
	}
	members := r.statesIn(i, j)
	if len(members) < 2 {
		members = r.statesBefore(i)
	}
	many := slices.ContainsFunc(r.words.Number, func(w string) bool { return strings.Contains(inner, w) })
	if kind == "forum" && (many || len(members) > 2) {
		kind = "minilateral"
	}
	return r.made(i, end, kind, "quoted", members), true
}

// serial reports whether the name in quotation marks at text[i:j] is that of an
// exercise: it ends in such a word, or is the known name of one with a number, “利剑25”.
func (r *namer) serial(i, j int) bool {
	inner := strings.TrimRight(string(r.text[i+1:j]), "0123456789-—–. ")
	if w := suffixOf(inner, r.words.Exercise); w != "" && len([]rune(inner)) > len([]rune(w))+1 {
		return prefixOf(inner, r.words.Opening) == ""
	}
	if len([]rune(inner)) == j-i-1 {
		return false
	}
	for _, m := range r.p.lex.Find([]rune("“" + inner + "”")) {
		if m.Entry.Kind == "program" && m.Entry.Type == lexicon.Institution && m.Start == 0 && m.End > len([]rune(inner)) {
			return true
		}
	}
	return false
}

// exercise returns the length of the words for an exercise that rest begins
// with: 联合海上演习.
func (r *namer) exercise(rest string) int {
	n := 0
	for range 5 {
		if w := prefixOf(rest, r.words.Exercise); w != "" {
			return n + len([]rune(w))
		}
		w := prefixOf(rest, r.words.ExerciseFill)
		if w == "" {
			return 0
		}
		n += len([]rune(w))
		rest = rest[len(w):]
	}
	return 0
}

// statesBefore returns the states named last before i in the sentence.
func (r *namer) statesBefore(i int) []string {
	for _, run := range slices.Backward(r.runs()) {
		if run.start < i {
			return run.states
		}
	}
	return nil
}

// production reads the joint making of a named weapon: “战斧”导弹联合生产.
func (r *namer) production() []named {
	const reach = 25
	var out []named
	for i := range r.text {
		n, _ := r.words.production.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		for j := i - 1; j >= 0 && j > i-reach && !strings.ContainsRune(",。;:、", r.text[j]); j-- {
			if r.text[j] == '“' {
				out = append(out, r.made(j, i+n, "program", "production", r.statesBefore(j)))
				break
			}
		}
	}
	return out
}

// formats reads what follows the names of states: 美日菲三边合作, 日澳外长防长
// “2+2”, 中日高层对话. Three or more make a minilateral.
func (r *namer) formats() []named {
	var out []named
	for _, run := range r.runs() {
		start := run.start
		if start > 0 && r.text[start-1] == '“' {
			start--
		}
		window := string(r.text[run.end:r.stop(run.end)])
		var c named
		var ok bool
		if listed := r.listedStates(run); len(listed) > 0 {
			out = append(out, listed...)
		} else if len(run.states) >= 3 || strings.HasPrefix(window, "+") {
			c, ok = r.manyStates(start, run, window)
		} else if len(run.states) == 2 {
			c, ok = r.twoStates(start, run, window)
		}
		if ok {
			out = append(out, c)
		}
	}
	return append(out, r.numbered()...)
}

// councils reads the meetings of an organization: 东盟外长会议.
func (r *namer) councils() []named {
	var out []named
	for _, m := range r.s.names {
		switch m.Entry.Kind {
		case "alliance", "international_organization", "forum":
		default:
			continue
		}
		rest := string(r.text[m.End:r.stop(m.End)])
		role := prefixOf(rest, r.words.Role)
		if w := prefixOf(rest[len(role):], r.words.Council); w != "" && role != "" {
			out = append(out, r.made(m.Start, m.End+len([]rune(role+w)), "forum", "council", m.Entry.Members))
		}
	}
	return out
}

// stop returns where the name that goes on at i must end: at punctuation, and
// after at most 16 runes.
func (r *namer) stop(i int) int {
	j := i
	for j < len(r.text) && j < i+16 && !strings.ContainsRune(",。;:、!?()《", r.text[j]) {
		j++
	}
	return j
}

// manyStates reads a format of three or more states.
func (r *namer) manyStates(start int, run run, window string) (named, bool) {
	kind := "minilateral"
	i, head := firstOf(window, r.words.Three)
	if j, h := firstOf(window, r.words.Joint); h != "" && (head == "" || j+len(h) > i+len(head)) {
		i, head, kind = j, h, "program"
	}
	if head == "" {
		return named{}, false
	}
	gap := window[:i]
	if rest, ok := strings.CutPrefix(window, "的"); ok && prefixOf(rest, r.words.Number) != "" {
		gap = strings.TrimPrefix(gap, "的") // 美日澳菲的四方合作
	}
	if gap == "" && slices.Contains(r.words.Bare, head) && run.end-run.start > 2*len(run.states) {
		return named{}, false
	}
	counted := slices.ContainsFunc(r.words.Number, func(w string) bool { return strings.Contains(window[:i+len(head)], w) })
	if _, verb := firstOf(gap, r.words.Meets); verb != "" {
		if prefixOf(strings.TrimPrefix(gap, prefixOf(gap, r.words.Number)), r.words.Role) != "" {
			kind = "minilateral" // 美日菲首脑在华盛顿举行首次会谈
		} else if !counted {
			return named{}, false
		}
	} else if _, w := firstOf(gap, r.words.Between); w != "" || len([]rune(gap)) > 8 {
		return named{}, false
	}
	end := run.end + len([]rune(window[:i+len(head)]))
	return r.made(start, end, kind, "states", run.states), true
}

// listedStates returns the formats of a run that are named by three or more
// one-character states alone and stand in a list of formats.
func (r *namer) listedStates(run run) []named {
	if len(run.states) < 3 || !r.inList(run.end) {
		return nil
	}
	var out []named
	var states []string
	start, end := -1, -1
	flush := func() {
		if len(states) >= 3 {
			out = append(out, r.made(start, end, "minilateral", "states", states))
		}
		states = nil
	}
	for _, m := range r.s.names {
		if m.Entry.Kind != "state" || m.Start < run.start || m.End > run.end || m.End-m.Start > 1 {
			continue
		}
		if m.Start != end {
			flush()
			start = m.Start
		}
		states, end = append(states, m.Entry.ID), m.End
	}
	flush()
	return out
}

// inList reports whether a list of formats goes on at text[i]: 美日韩与美日菲等安排.
func (r *namer) inList(i int) bool {
	rest := string(r.text[i:r.stopWithin(i, 14)])
	k := strings.Index(rest, "等")
	return k >= 0 && prefixOf(strings.TrimPrefix(rest[k+len("等"):], "的"), r.words.ListEnd) != "" && !strings.ContainsAny(rest[:k], "在的了是对就")
}

// twoStates reads a standing forum or an agreement of two states.
func (r *namer) twoStates(start int, run run, window string) (named, bool) {
	for _, try := range []struct {
		kind  string
		words []string
		gap   int
	}{{"agreement", r.words.AgreementTwo, 9}, {"forum", r.words.ForumTwo, 8}, {"alliance", r.words.Alliance, 0}} {
		i, head := firstOf(window, try.words)
		if head == "" || len([]rune(window[:i])) > try.gap {
			continue
		}
		if _, w := firstOf(window[:i], r.words.Between); w != "" {
			continue
		}
		rest := window[i+len(head):]
		end := run.end + len([]rune(window[:i+len(head)])) + len([]rune(prefixOf(rest, r.words.Occasion)))
		c := r.made(start, end, try.kind, "states", run.states)
		if r.joint(end) {
			c.id = "joint statement"
		}
		return c, true
	}
	return named{}, false
}

// numbered reads 三国海警机构合作, whose states the sentence named before.
func (r *namer) numbered() []named {
	var out []named
	for i := range r.text {
		n, _ := r.words.number.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		from := i + n
		if from < len(r.text) && r.text[from] == 'の' {
			from++
		}
		window := string(r.text[from:r.stop(from)])
		members := r.statesBefore(i)
		if k, head := firstOf(window, r.words.NumberForum); head != "" && len(members) < 3 && k > 3 && len([]rune(window[:k])) <= 4 && !strings.ContainsAny(window[:k], "的在与和之间举行") {
			out = append(out, r.made(i, from+len([]rune(window[:k+len(head)])), "forum", "number", members))
			continue
		}
		k, head := r.meeting(window)
		if head == "" || len(members) >= 3 && r.formatOf(members) {
			continue
		}
		if len(members) < 3 {
			if members = r.leaders(i); len(members) < 3 && (n < 2 || prefixOf(window, r.words.Role) == "") {
				continue // nobody knows who meets
			}
		}
		out = append(out, r.made(i, from+len([]rune(window[:k+len(head)])), "minilateral", "number", members))
	}
	return out
}

// leaders returns the states of the actors that the sentence names before text[i]:
// 拜登、岸田与马科斯举行三国峰会.
func (r *namer) leaders(i int) []string {
	var out []string
	for _, m := range r.s.names {
		if state, _, _ := strings.Cut(m.Entry.ID, "/"); m.Start < i && len(state) == 3 && state != "ORG" && m.Entry.Type != lexicon.Institution && !slices.Contains(out, state) {
			out = append(out, state)
		}
	}
	return out
}

// meeting returns the head of the window after 三国 or 四方: after a few nouns,
// or where ministers or leaders meet.
func (r *namer) meeting(window string) (at int, head string) {
	if prefixOf(window, r.words.Role) != "" {
		return firstOf(window, r.words.Gathering)
	}
	if strings.HasPrefix(window, "峰会") {
		return 0, "峰会"
	}
	k, head := firstOf(window, r.words.Three)
	if _, v := firstOf(window[:max(k, 0)], r.words.Between); head == "" || v != "" || k == 0 || len([]rune(window[:k])) > 6 {
		return -1, ""
	}
	return k, head
}

// formatOf reports whether the sentence names a known format of these states.
func (r *namer) formatOf(members []string) bool {
	return slices.ContainsFunc(r.s.names, func(m lexicon.Mention) bool {
		known := named{members: m.Entry.Members}
		return m.Entry.Kind == "minilateral" && len(known.members) == len(members) && known.within(named{members: members})
	})
}

// firstOf returns the first place in s of any of words, the longest there, and
// moves on while the head itself goes on: 合作机制 is longer than 合作.
func firstOf(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i+len(w) > at+len(word) && i <= at+len(word) || i+len(w) <= at) {
			at, word = i, w
		}
	}
	return at, word
}

// jointStatements reads the statements of leaders and ministers, with who makes
// them: 两国首脑发表的联合声明.
func (r *namer) jointStatements() []named {
	var out []named
	for i := range r.text {
		n, _ := r.words.joint.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		start := i
		for {
			x := suffixOf(string(r.text[max(0, start-6):start]), r.words.JointWho)
			if x == "" {
				break
			}
			start -= len([]rune(x))
			if strings.HasSuffix(x, "国") || x == "双方" {
				break // 两国: before it another clause may end
			}
		}
		for _, run := range r.runs() {
			if run.end == start {
				start = run.start
			}
		}
		if start == i {
			continue
		}
		c := r.made(start, i+n, "agreement", "joint-statement", r.signers(start))
		c.id = "joint statement"
		out = append(out, c)
	}
	return out
}

// signers are the states of a joint statement: the run of states before it or
// at its start, two at least.
func (r *namer) signers(start int) []string {
	var who []string
	for _, a := range statesOf(r.p.subjectAt(r.s, start).actors) {
		who = append(who, string(a))
	}
	if len(who) > 1 {
		slices.Sort(who)
		return who // three leaders, each with a state of their own
	}
	for _, run := range slices.Backward(r.runs()) {
		if run.start <= start && len(run.states) >= 2 {
			return run.states
		}
	}
	return r.parties(start+1, nil)
}

// joint reports whether the name that ends at j is a joint statement.
func (r *namer) joint(j int) bool {
	return suffixOf(strings.TrimRight(string(r.text[max(0, j-8):j]), "”》"), r.words.JointStatement) != ""
}
