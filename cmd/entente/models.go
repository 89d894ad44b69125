package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/alliances"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/model/load"
	"github.com/ententelab/entente/pipeline"
)

// bench finds a model by what the user calls it: the name of a shipped model,
// a project, or a file.
func bench(cmd *cobra.Command, ref string) (*pipeline.Bench, error) {
	switch {
	case slices.Contains(alliances.Names(), ref):
		return shipped(ref)
	case strings.HasSuffix(ref, projectSuffix):
		p, err := openProject(cmd, ref)
		if err != nil {
			return nil, err
		}
		return mapBench(p, strings.TrimSuffix(filepath.Base(ref), projectSuffix))
	}
	m, err := load.File(ref)
	if err != nil {
		if _, missing := os.Stat(ref); missing != nil {
			return nil, &entente.Error{Kind: entente.BadInput, File: ref, Msg: "is neither a file that can be read nor a shipped model", Err: cause(missing),
				Hint: "shipped: " + strings.Join(alliances.Names(), ", ")}
		}
		return nil, err
	}
	return pipeline.NewBench(ref, ref, m, nil)
}

func shipped(name string) (*pipeline.Bench, error) {
	data, err := alliances.Model(name)
	if err != nil {
		return nil, err
	}
	m, err := model.Parse(name, data)
	if err != nil {
		return nil, err
	}
	return pipeline.NewBench(name, "shipped with Entente", m, nil)
}

func mapBench(p *pipeline.Project, name string) (*pipeline.Bench, error) {
	if len(p.Model.Variables) == 0 {
		return nil, &entente.Error{Kind: entente.Finding, File: name + projectSuffix, Msg: "no claims were found that make a map, so there is no model to run"}
	}
	return pipeline.NewBench(name, "made from the map of "+name, p.Model, p)
}

// benches are the models the workbench offers: that of the project's map, if
// it has one, and the shipped ones.
func benches(p *pipeline.Project, name string) ([]*pipeline.Bench, error) {
	var out []*pipeline.Bench
	if len(p.Model.Variables) > 0 {
		b, err := mapBench(p, strings.TrimSuffix(filepath.Base(name), projectSuffix))
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	for _, n := range alliances.Names() {
		b, err := shipped(n)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}
