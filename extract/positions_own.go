package extract

import (
	"slices"

	"github.com/ententelab/entente"
)

// ownWords gives a Chinese stance without a subject back to those who speak in the
// document, where the one that it seems to go on from is only what it is about: 要支持
// 香港融入…, or is a part of them.
func (p *passage) ownWords(s *sentence, f stance) stance {
	if p.doc.Lang != entente.Chinese || len(p.we) == 0 || len(f.speaker) == 0 || slices.Contains(p.we, f.speaker[0]) {
		return f
	}
	own := !slices.ContainsFunc(f.speaker, func(a entente.ActorID) bool { return !slices.Contains(regions, string(a)) })
	if len(f.speaker) > 1 && !own {
		return f
	}
	for _, m := range s.names {
		if m.Entry.ID != string(f.speaker[0]) {
			continue
		}
		if m.Start < f.content {
			return f // it is the subject
		}
		own = own || m.Start < f.end
	}
	if own {
		f.speaker = p.we
	}
	return f
}

// regions have a government of their own, and no foreign policy.
var regions = words("zh", "regions")

// thanked reports whether the cue at i tells of whom a clause addresses, to whom the
// next clause says something: 向支持改革的各国朋友,表示感谢.
func (p *passage) thanked(s *sentence, i int) bool {
	c := s.clauseAt(i)
	if c < 0 || c+1 >= len(s.clauses) || s.clauses[c].mark != ',' {
		return false
	}
	text := s.view.Text
	to, _ := zhToward.at(text, s.clauses[c].start, i)
	said, _ := zhSaying.at(text, s.clauses[c+1].start, len(text))
	return to > 0 && said > 0
}

var (
	zhToward = wordsetOf(false, words("zh", "toward"))
	zhSaying = wordsetOf(false, words("zh", "saying"))
	zhAlong  = wordsetOf(true, words("zh", "along"))
)

// along takes a Chinese stance on to the clause that says what is to be done, where its
// own only says with whom: 愿与国际社会一道,致力构建….
func (p *passage) along(s *sentence, f stance) stance {
	text := s.view.Text
	c := s.clauseAt(f.start)
	if p.doc.Lang != entente.Chinese || c < 0 || c+1 >= len(s.clauses) || f.end != s.clauses[c].end || s.clauses[c].mark != ',' {
		return f
	}
	if n, _ := zhAlong.before(text, f.end, f.start); n > 0 {
		f.content, f.end = s.clauses[c+1].start, s.clauses[c+1].end
	}
	return f
}
