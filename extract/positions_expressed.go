package extract

// What somebody expresses or voices is a noun that says the stance: expressed strong
// dissatisfaction, voiced their full support, declared its readiness.

// stanceOf are the stances of the values of expressible.
var stanceOf = []string{"criticize", "question", "support", "demand", "commit", "refuse"}

var expressible = wordsetOf(false, words("en", "expressed_criticize"), words("en", "expressed_question"), words("en", "expressed_support"),
	words("en", "expressed_demand"), words("en", "expressed_commit"), words("en", "expressed_refuse"))

// expressReach is how many words stand at most from the verb to the noun.
const expressReach = 4

// expressed reads the noun of stance that is the object of an English verb of saying
// whose object starts at f.content.
func (p *passage) expressed(s *sentence, f stance) (stance, bool) {
	text, end := s.view.Text, s.clauseOf(f.start).end
	i := f.content
	for range expressReach {
		for i < end && text[i] == ' ' {
			i++
		}
		to := wordEnd(text, i)
		if to == i || to > end || enFinite[lowerString(text[i:to])] || hasWord(text, i, end, "that") {
			return f, false
		}
		if n, v := expressible.at(text, i, end); n == to-i {
			next := wordAfter(text, to)
			if to < end && !enPhrases[next] && next != "to" && next != "over" && next != "about" && next != "of" && next != "and" {
				return f, false // the noun modifies another
			}
			f.name, f.end = stanceOf[v], end
			if f.name == "commit" && cues.en.weigh(text, f.content, end)[leanAssure] > 0 {
				f.name = "assure" // described the commitment as unwavering
			}
			f.end = p.nextVerb(s, cues.en, to, f.end)
			f.addressee = p.addressee(s, f.start, f.content, f.end, f.speaker)
			return f, true
		}
		i = to
	}
	return f, false
}
