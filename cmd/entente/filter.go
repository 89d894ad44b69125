package main

import (
	"github.com/spf13/cobra"

	"github.com/ententelab/entente/pipeline"
)

// filterFlags gives a command the flags that narrow what it shows.
func filterFlags(cmd *cobra.Command, f *pipeline.Filter) {
	list := func(to *[]string, name, doc string) { cmd.Flags().StringArrayVar(to, name, nil, doc) }
	list(&f.Authors, "author", "only this author's works (part of the name will do); may be repeated")
	list(&f.Works, "work", "only this work: part of its title or file name, or its ID; may be repeated")
	list(&f.Languages, "language", "only documents in this language: zh, zh-Hant, ja, ko, en; may be repeated")
	list(&f.Actors, "actor", "only what this state or person says or does: USA, \"USA/Pete Hegseth\", author; may be repeated")
	list(&f.Modalities, "modality", "only statements so qualified. Claims: asserted, predicted, conditional, intended, denied; events: actual, planned; positions: their stance")
	cmd.Flags().StringVar(&f.Since, "since", "", "only what is dated on or after: YYYY, YYYY-MM or YYYY-MM-DD (a claim has the date of its document)")
	cmd.Flags().StringVar(&f.Until, "until", "", "only what is dated on or before")
	cmd.Flags().Float64Var(&f.Belief, "belief", 0, "only what has at least this belief, 0 to 1")
}
