package extract

// verbFinal finds the stances of a Japanese or Korean sentence, where the verb
// stands behind what is asked, promised or said.
func (p *passage) verbFinal(s *sentence, set *cueSet) []stance {
	var out []stance
	text, from := s.view.Text, 0
	for i := 0; i < len(text); {
		n, at := set.words.at(text, i, len(text))
		if n == 0 {
			i++
			continue
		}
		c := &set.cues[at]
		if modifies(text, i, i+n) {
			i += n
			continue
		}
		who := p.subjectAt(s, i)
		f := stance{name: c.Stance, rule: c.rule, speaker: who.actors, end: i + n, content: max(from, who.end)}
		f.start = max(from, who.start)
		if f.start < 0 {
			f.start = 0
		}
		if c.Frame == "content" {
			f.name = p.leans(s, set, max(f.content, 0), i, f.speaker, c.Alone != "")
			if f.name == "" {
				f.name = c.Alone
			}
		}
		if f.name != "" && len(f.speaker) > 0 {
			f.addressee = p.addressee(s, i, max(f.content, 0), i, f.speaker)
			out = append(out, f)
		}
		from = i + n
		i = from
	}
	return out
}

// modifies reports whether the verb at text[i:j] qualifies a noun or is a noun
// itself.
func modifies(text []rune, i, j int) bool { return false }
