package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

// A filter narrows what a command shows.
type filter struct {
	author, stance, actor string
	belief                float64
	amounts               bool
}

func (f *filter) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.author, "author", "", "only works by this author (part of the name will do)")
}

// corpus is the project's corpus, or the part of it that the author wrote.
func (f *filter) corpus(p *pipeline.Project) assemble.Corpus {
	c := p.Corpus()
	if f.author == "" {
		return c
	}
	keep := map[entente.DocID]bool{}
	var works []entente.Work
	for _, w := range c.Works {
		if slices.ContainsFunc(w.Authors, f.wrote) {
			works = append(works, w)
			for _, v := range w.Versions {
				keep[v.Doc] = true
			}
		}
	}
	var sts []entente.Statement
	for _, s := range c.Statements {
		if keep[s.Doc] {
			sts = append(sts, s)
		}
	}
	c.Works, c.Statements = works, sts
	return c
}

func (f *filter) wrote(author string) bool {
	return strings.Contains(strings.ToLower(author), strings.ToLower(f.author))
}

func (f *filter) ledger(entries []assemble.Entry) []assemble.Entry {
	return slices.DeleteFunc(entries, func(e assemble.Entry) bool {
		if f.stance != "" && e.Stance != f.stance || f.amounts && e.Value == nil {
			return true
		}
		return f.actor != "" && !slices.ContainsFunc(e.Speaker, func(a entente.ActorID) bool {
			return string(a) == f.actor || a.State() == f.actor
		})
	})
}

// beliefs keeps the links of at least the belief asked for.
func (f *filter) beliefs(m entente.Map) entente.Map {
	m.Links = slices.DeleteFunc(slices.Clone(m.Links), func(l entente.Link) bool { return l.Belief < f.belief })
	return m
}
