package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// This file reads names in small letters or without brackets that a verb or a date
// beside them sets off.

// started reads what a verb of making or opening makes in Chinese: 启动驻军升格计划,
// 举行首次延伸威慑部长级会议.
func (r *namer) started() []named {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	const reach = 18
	var out []named
	for i := range r.text {
		n, _ := r.words.starts.at(r.text, i, len(r.text))
		if n == 0 {
			continue
		}
		start := i + n
		window := string(r.text[start:r.stopWithin(start, reach)])
		for w := prefixOf(window, r.words.Leading); w != ""; w = prefixOf(window, r.words.Leading) {
			start += len([]rune(w))
			window = window[len(w):]
		}
		if cut := strings.IndexAny(window, "的与和及在将并后前时“对就了把向从以"); cut >= 0 {
			window = window[:cut]
		}
		kind, head := "", ""
		for k, words := range r.words.Started {
			if w := suffixOf(window, words); len(w) > len(head) {
				kind, head = k, w
			}
		}
		if lead := len([]rune(window)) - len([]rune(head)); head == "" || lead < 1 || strings.ContainsAny(window, "个项份次0123456789") {
			continue
		}
		end := start + len([]rune(window))
		members := r.statesIn(start, end)
		if len(members) < 2 {
			members = r.statesBefore(i)
		}
		if kind == "forum" && len(members) > 2 {
			kind = "minilateral"
		}
		out = append(out, r.made(start, end, kind, "started", members))
	}
	return out
}

// statedAlone reads a joint statement that the text names by its kind only, when
// two sides are spoken of: 在联合声明中.
func (r *namer) statedAlone() []named {
	if r.p.doc.Lang != entente.Chinese {
		return nil
	}
	for i := range r.text {
		n, _ := r.words.joint.at(r.text, i, len(r.text))
		if n == 0 || len(r.s.actors) < 2 {
			continue
		}
		c := r.made(i, i+n, "agreement", "joint-statement", r.signers(i))
		c.id = "joint statement"
		return []named{c}
	}
	return nil
}

// pactsEn reads an English agreement in small letters that a verb, a year or a time
// beside it makes a certain one: the tariff agreement reached in July, the treaty
// of 1960, last year's deal.
func (r *namer) pactsEn() []named {
	var out []named
	for i := 1; i < len(r.text); i++ {
		n, _ := r.words.pactEn.at(r.text, i, len(r.text))
		if n == 0 || r.text[i-1] != ' ' || unicode.IsUpper(r.text[i]) {
			continue
		}
		start := r.modifiers(i)
		before := strings.ReplaceAll(strings.TrimRight(string(r.text[max(0, start-16):start]), " "), "’", "'")
		after := strings.TrimLeft(string(r.text[i+n:min(len(r.text), i+n+28)]), " ")
		timed := suffixOf(before, r.words.PactBeforeEn)
		switch {
		case timed != "":
			start -= len([]rune(timed)) + 1
		case start < i && r.withParty(after, before):
		case start == i && strings.HasSuffix(strings.ToLower(before), "the") && r.madeThen(after):
		case start == i && !strings.HasPrefix(after, "of ") || prefixOf(after, r.words.PactAfterEn) == "" || !strings.HasSuffix(strings.ToLower(before), "the"):
			continue
		case strings.HasPrefix(after, "of 19"), strings.HasPrefix(after, "of 20"):
			n += len(" of 1960")
		}
		out = append(out, r.made(start, min(len(r.text), i+n), "agreement", "small", r.parties(i, nil)))
	}
	return out
}

// withParty reports whether an English agreement of some kind, "a troop-access pact",
// is one with a party in capitals.
func (r *namer) withParty(after, before string) bool {
	rest, ok := strings.CutPrefix(after, "with ")
	rest = strings.TrimPrefix(rest, "the ")
	article := strings.HasSuffix(before, " a") || strings.HasSuffix(before, " an") || strings.HasSuffix(before, " the") || strings.HasSuffix(before, " its")
	return ok && article && rest != "" && unicode.IsUpper([]rune(rest)[0])
}

// madeThen reports whether the words behind an English head say when, where or by
// whom it was made: signed on, reached in, that Beijing signed.
func (r *namer) madeThen(after string) bool {
	if rest, ok := strings.CutPrefix(after, "that "); ok {
		who, rest, _ := strings.Cut(rest, " ")
		return who != "" && unicode.IsUpper([]rune(who)[0]) && prefixOf(rest, r.words.PactThatEn) != ""
	}
	verb := prefixOf(after, r.words.PactThatEn)
	return verb != "" && prefixOf(strings.TrimPrefix(after[len(verb):], " "), r.words.PactWhenEn) != ""
}

// modifiers is where the words in small letters before an English head at text[i]
// begin, the article left out: tariff agreement, comprehensive partnership treaty.
func (r *namer) modifiers(i int) int {
	for range 3 {
		at, end := wordBefore(r.text, i, 0)
		if end < 1 || i-end != 1 || at > 0 && (r.text[at-1] == '\'' || r.text[at-1] == '’') || !unicode.IsLower(r.text[at]) || slices.Contains(r.words.Small, string(r.text[at:end])) || opensNoun(string(r.text[at:end])) {
			return i
		}
		i = at
	}
	return i
}

func opensNoun(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "its", "their", "any", "no", "each", "such":
		return true
	}
	return false
}

// ofGroup reads the organization at the head of the name of its members: the NATO of
// NATO members.
func (r *namer) ofGroup(m lexicon.Mention) (named, bool) {
	if m.Entry.Kind != "group" && !strings.HasPrefix(m.Entry.ID, "GROUP/") {
		return named{}, false
	}
	for _, in := range r.p.lex.Find(r.text[m.Start : m.End-1]) {
		e := in.Entry
		if in.Start == 0 && e.Type == lexicon.Institution && (e.Kind == "alliance" || e.Kind == "international_organization" || e.Kind == "minilateral" || e.Kind == "forum") {
			return named{start: m.Start, end: m.Start + in.End, kind: e.Kind, nameEn: e.Name("en"), members: e.Members, id: e.ID, rule: "institution/lexicon"}, true
		}
	}
	return named{}, false
}

// system reads the system that a name in quotation marks at text[i:j] belongs to, by
// the head before or behind it: 沿岸防衛体制「シールド」, “天盾”防空体系.
func (r *namer) system(i, j int) (named, bool) {
	if j-i > 12 || strings.ContainsFunc(string(r.text[i+1:j]), func(q rune) bool { return q >= 0x3041 && q <= 0x3096 }) {
		return named{}, false
	}
	start := i
	for start > 0 && i-start < 14 && compoundRune(r.text[start-1]) {
		start--
	}
	if w := suffixOf(string(r.text[start:i]), r.words.Systems); w != "" && i-start > len([]rune(w))+1 && r.p.doc.Lang == entente.Japanese {
		return r.made(start, j+1, "program", "system", r.statesBefore(i)), true
	}
	const tail = 9
	rest := string(r.text[j+1 : r.stopWithin(j+1, tail)])
	if k, w := firstOf(rest, r.words.Systems); w != "" && k > 0 && !strings.ContainsAny(rest[:k], "的の是和与等在という") {
		return r.made(i, j+1+len([]rune(rest[:k+len(w)])), "program", "system", r.statesBefore(i)), true
	}
	return named{}, false
}
