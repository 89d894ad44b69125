package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/model/xmile"
)

func convertCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "convert MODEL OUT.xmile",
		Short: "Write a model as XMILE, for Stella, Vensim, PySD and others",
		Long: `MODEL is a shipped model, a project, or a file (model.yaml, XMILE, Vensim .mdl).
The file written runs to the same numbers. Citations and assumptions stand in
each variable's documentation.`,
		Example: "  entente convert us-japan us-japan.xmile\n  entente convert teacup.mdl teacup.xmile",
		Args:    exactly(2, "a model and a file to write"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if ext := strings.ToLower(filepath.Ext(args[1])); ext != ".xmile" && ext != ".stmx" && ext != ".xml" {
				return usage("convert writes XMILE: name the file %s.xmile", strings.TrimSuffix(args[1], ext))
			}
			b, err := bench(cmd, args[0])
			if err != nil {
				return err
			}
			data, err := xmile.Write(b.Model)
			if err != nil {
				return err
			}
			if err := os.WriteFile(args[1], data, 0o644); err != nil {
				return &entente.Error{Kind: entente.BadInput, File: args[1], Msg: "cannot be written", Err: cause(err)}
			}
			return nil
		},
	}
}
