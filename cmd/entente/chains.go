package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/report"
)

// chainFlags ask for the loops of a map, or the chains between two concepts.
type chainFlags struct {
	loops bool
	chain string
	limit int
}

func (c *chainFlags) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.loops, "loops", false, "the feedback loops of the map, who holds each, and how many works must be wrong before it breaks")
	cmd.Flags().StringVar(&c.chain, "chain", "", "CAUSE:EFFECT: the chains from one concept to another, likewise")
	cmd.Flags().IntVar(&c.limit, "limit", 100, "at most so many loops or chains, the shortest")
}

// show prints what was asked for.
func (c *chainFlags) show(w io.Writer, p *pipeline.Project, f *pipeline.Filter, asJSON bool, format string) error {
	if c.limit < 1 {
		return usage("--limit needs a number above 0")
	}
	m, corpus := f.Map(p), f.Claims(p)
	if c.loops {
		l := corpus.FindLoops(m, c.limit)
		return show(w, asJSON, format, l, func(w io.Writer) { report.Loops(w, l) }, nil)
	}
	r, err := c.route(corpus, p, f)
	if err != nil {
		return err
	}
	return show(w, asJSON, format, r, func(w io.Writer) { report.Route(w, r) }, nil)
}

func (c *chainFlags) route(corpus assemble.Corpus, p *pipeline.Project, f *pipeline.Filter) (assemble.Route, error) {
	cause, effect, ok := strings.Cut(c.chain, ":")
	if !ok {
		return assemble.Route{}, usage("--chain needs CAUSE:EFFECT, not %q", c.chain)
	}
	from, err := conceptNamed(p.Lexicon, cause)
	if err != nil {
		return assemble.Route{}, err
	}
	to, err := conceptNamed(p.Lexicon, effect)
	if err != nil {
		return assemble.Route{}, err
	}
	return corpus.FindRoute(f.Map(p), from, to, c.limit), nil
}
