package collate

import "github.com/ententelab/entente"

// paragraphs says of each body paragraph of the original how much of it a
// translation has. A paragraph is partial if a sentence or clause of it is left
// out, and omitted if nearly all of its text is.
func paragraphs(doc *entente.Document, omitted []entente.Span) []entente.Kept {
	const nearlyAll = 0.9
	var out []entente.Kept
	for i, p := range doc.Paragraphs {
		if p.Heading {
			continue
		}
		length, gone := 0, 0
		for _, s := range doc.Sentences {
			if s.Paragraph != i {
				continue
			}
			length += s.End - s.Start
			for _, o := range omitted {
				gone += max(0, min(s.End, o.End)-max(s.Start, o.Start))
			}
		}
		if length == 0 {
			continue
		}
		k := entente.Kept{Paragraph: p.Number, Start: p.Start, End: p.End, State: "full"}
		if p.Section >= 0 {
			k.Section = doc.Sections[p.Section].Number
		}
		switch share := float64(gone) / float64(length); {
		case share >= nearlyAll:
			k.State = "omitted"
		case gone > 0:
			k.State = "partial"
		}
		out = append(out, k)
	}
	return out
}
