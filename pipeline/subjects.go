package pipeline

import (
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/fold"
	"github.com/ententelab/entente/lexicon"
)

// Promises lays deeds beside the words of a ledger.
func (p *Project) Promises(entries []assemble.Entry, record []assemble.Series) []assemble.Promise {
	return assemble.Promises(p.Corpus(), entries, p.subjects(), record)
}

// subjects says what a statement is about: the concept of the words that carry
// it, and the institutions that they name.
func (p *Project) subjects() assemble.Subjects {
	lex := p.Lexicon
	lang := map[entente.DocID]entente.Lang{}
	for _, d := range p.Documents {
		lang[d.ID] = d.Lang
	}
	return func(st *entente.Statement) []string {
		words := st.Mention.Quote
		if st.Mention.Empty() || st.Kind == entente.KindFigure {
			words = st.Quote
		}
		text := []rune(fold.String(words))
		var out []string
		if c := lex.Facets(text, lang[st.Doc]).Ground(lexicon.Phrase{End: len(text)}).Concept; c != "" {
			out = append(out, string(c))
		}
		for _, m := range lex.Find(text) {
			if e := m.Entry; e.Type == lexicon.Institution && e.State == "" && e.Kind != "alliance" && !slices.Contains(out, e.ID) {
				out = append(out, e.ID)
			}
		}
		return out
	}
}
