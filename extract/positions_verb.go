package extract

import "github.com/ententelab/entente"

// predicate reports whether the cue at view.Text[i:j] is the verb of a clause,
// and no noun, modifier or passive.
func (p *passage) predicate(s *sentence, set *cueSet, i, j int) bool {
	for _, m := range s.names {
		if m.Start >= j {
			break
		}
		if m.Start <= i && j <= m.End && !isConcept(m) {
			return false // part of a name: the United States
		}
	}
	if set.lang == entente.English {
		return enPredicate(s.view.Text, i, j)
	}
	_, at := set.words.at(s.view.Text, i, j)
	return zhPredicate(s.view.Text, i, j, set.cues[at].Frame == "content" || set.cues[at].Alone == "propose")
}

var (
	zhBefore = wordsetOf(true, []string{"的", "之", "被", "把", "受", "遭", "受到", "遭到", "获", "获得", "得到", "寻求", "争取", "需要", "赢得", "取得", "换取", "引发", "引起", "以", "为", "可能", "或将", "或会", "恐将", "恐会", "料将", "充满", "满怀", "寄予", "带来", "共同", "缺乏", "失去", "违背", "兑现", "履行", "落实", "所", "该", "此", "这一", "这种", "一种", "予以", "有", "给予", "提供", "据", "意图", "旨在", "为了", "加大", "增加", "避免", "防止", "无需", "对其", "来自", "国内", "民意"},
		[]string{"更为", "尤为", "最为", "极为", "颇为", "较为", "认为", "只有", "所有", "没有", "所以", "对此", "就此", "为此", "据此", "因此"})
	zhAfter = wordsetOf(false, []string{"的", "者", "下", "书", "率", "度", "之", "声", "之下", "后", "时", "等", "不同", "相比", "一样", "大会", "对象", "清单"})
	zhNot   = wordsetOf(true, []string{"不", "没有", "未", "并未", "并非", "并不", "无法", "不能", "从未", "尚未", "不会", "没", "不再", "不特别", "未能", "无须", "无需", "不必"})
)

// zhNounAfter are words that follow a verb of stance used as a noun.
var zhNounAfter = wordsetOf(false, []string{"经历", "主要", "包括", "已", "也", "均", "不断", "升级", "得到", "导致", "在于", "来自", "日益", "越来越", "更", "仍", "却", "都", "使", "与", "和", "及", "、", "愈", "没有", "是", "上升", "当作", "作为", "之外", "有所", "多", "面前", "当中", "进行", "表示", "显著", "行径", "行为", "手段", "措施", "政策", "外交", "言论", "态度", "立场", "论", "效果", "声音", "意见", "情绪", "心态", "程度"})

func zhPredicate(text []rune, i, j int, content bool) bool {
	if n, _ := zhNounAfter.at(text, j, len(text)); n > 0 && !content {
		return false
	}
	if n, v := zhBefore.before(text, i, 0); n > 0 && v == 0 {
		return false
	}
	if !content && j < len(text) && (closesQuote(text[j]) || text[j] == '》') {
		return false // the last word of a name: “…倡议”
	}
	if i > 0 && opensQuote(text[i-1]) && j < len(text) && closesQuote(text[j]) {
		return false // a term: “敲诈”
	}
	n, _ := zhAfter.at(text, j, len(text))
	return n == 0 || j < len(text)-1 && text[j] == '的' && text[j+1] == '是'
}

// negated reports whether the verb at i is denied.
func negated(lang entente.Lang, text []rune, i int) bool {
	if lang == entente.English {
		start, end := wordBefore(text, i, 0)
		return start >= 0 && enNot[string(text[start:end])]
	}
	for {
		if n, _ := zhNot.before(text, i, 0); n > 0 {
			return true
		}
		n, _ := chinese.adverbsBack.before(text, i, 0)
		if n < 2 {
			return false
		}
		i -= n
	}
}

var (
	enNot   = map[string]bool{"not": true, "never": true, "without": true, "t": true, "hardly": true}
	enNouns = map[string]bool{"the": true, "a": true, "an": true, "its": true, "their": true, "his": true, "her": true, "our": true, "my": true, "s": true,
		"this": true, "no": true, "more": true, "strong": true, "of": true, "for": true, "in": true, "by": true, "with": true, "from": true, "on": true, "at": true,
		"without": true, "any": true, "such": true, "mutual": true, "continued": true, "full": true, "public": true, "to": true, "these": true, "those": true,
		"would": true, "could": true, "may": true, "might": true, "should": true, "must": true, "can": true, "military": true, "security": true, "political": true,
		"shared": true, "new": true, "great": true, "into": true, "as": true, "or": true, "be": true, "been": true, "is": true, "are": true, "was": true, "were": true,
		"being": true, "member": true, "about": true, "through": true, "under": true, "increasing": true, "growing": true, "much": true, "many": true, "some": true, "like": true, "rest": true, "special": true}
	enAuxPassive = map[string]bool{"be": true, "been": true, "is": true, "are": true, "was": true, "were": true, "being": true}
	enNext       = map[string]bool{"of": true, "are": true, "is": true, "were": true, "was": true, "will": true, "has": true, "have": true, "remain": true, "in": true,
		"from": true, "between": true, "primarily": true, "or": true, "without": true, "had": true, "would": true, "can": true, "may": true}
)

// enPredicate looks at the words around an English verb form.
func enPredicate(text []rune, i, j int) bool {
	start, end := wordBefore(text, i, 0)
	word := lowerString(text[i:j])
	if start >= 0 {
		prev := lowerString(text[start:end])
		if enAuxPassive[prev] && !hasSuffix(word, "ing") && !hasSuffix(word, "unwilling") && word != "reluctant" {
			return false
		}
		if enNouns[prev] && !enAuxPassive[prev] && !(prev == "s" && text[start-1] == '.') {
			return false
		}
	}
	next := wordAfter(text, j)
	if nounish[word] && (start < 0 || hasSuffix(next, "ed") || next == "about" || start >= 0 && !verbal(text, start, end) || next == "for" && (word == "support" || word == "hope") || next == "" || word == "hope" && start >= 0 && lowerString(text[start:end]) == "and") {
		return false
	}
	if hasSuffix(word, "ed") || hasSuffix(word, "ing") {
		return next != "of" && !(hasSuffix(word, "ed") && next == "by")
	}
	return !enNext[next]
}

// nounish are verb forms that are more often nouns; they count behind a subject
// or an adverb only.
var nounish = map[string]bool{"support": true, "supports": true, "demand": true, "demands": true, "promise": true, "promises": true, "request": true, "requests": true,
	"question": true, "questions": true, "praise": true, "doubt": true, "doubts": true, "claim": true, "claims": true, "hope": true, "hopes": true, "regret": true,
	"protest": true, "protests": true, "pledge": true, "pledges": true, "pressure": true, "pressures": true, "views": true, "comments": true, "want": true, "wish": true, "thanks": true, "notes": true, "note": true}

var subjectNouns = map[string]bool{"government": true, "administration": true, "team": true, "ministry": true, "department": true, "leader": true, "minister": true,
	"president": true, "statement": true, "side": true, "party": true, "public": true, "circles": true, "report": true, "spokesman": true, "spokesperson": true,
	"and": true, "but": true, "also": true, "who": true, "which": true, "we": true, "i": true, "they": true, "he": true, "she": true, "it": true, "leaders": true, "ministers": true,
	"officials": true, "sides": true, "countries": true, "governments": true, "allies": true, "experts": true, "analysts": true, "still": true, "now": true, "both": true,
	"even": true, "often": true, "always": true, "people": true, "nations": true, "states": true, "members": true, "scholars": true}

// verbal reports whether the word text[start:end] may stand between a subject
// and its verb, or be the subject.
func verbal(text []rune, start, end int) bool {
	word := lowerString(text[start:end])
	return capital(text[start]) || subjectNouns[word] || hasSuffix(word, "ly")
}

func hasSuffix(word, suffix string) bool {
	return len(word) >= len(suffix) && word[len(word)-len(suffix):] == suffix
}

func lowerString(word []rune) string {
	out := make([]rune, len(word))
	for i, r := range word {
		out[i] = lower(r)
	}
	return string(out)
}

// wordAfter returns the Latin word that follows j, in lower case, "" at a mark.
func wordAfter(text []rune, j int) string {
	for j < len(text) && text[j] == ' ' {
		j++
	}
	end := j
	for end < len(text) && latin(text[end]) {
		end++
	}
	return lowerString(text[j:end])
}

// nextVerb returns where a second verb of the same subject starts in
// view.Text[j:end] ("requires A and requires B"), or end.
func (p *passage) nextVerb(s *sentence, set *cueSet, j, end int) int {
	if set.lang != entente.English {
		return end
	}
	text := s.view.Text
	for i := j; i < end; i++ {
		if !hasWord(text, i, end, "and") && !hasWord(text, i, end, "but") {
			continue
		}
		at := english.enSkip(text, i, end)
		if n, _ := set.words.at(text, at, end); n > 0 && p.predicate(s, set, at, at+n) {
			return i
		}
	}
	return end
}
