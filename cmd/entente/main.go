// Command entente reads policy documents about an alliance and builds from
// them a model that can be run, in which every arrow and every number leads
// back to the sentence that says so.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run executes one command and returns its exit code: 0 done, 1 a finding, 2
// wrong use, 3 bad input.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err != nil {
		printErrors(stderr, err)
	}
	return exitCode(err)
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Read policy documents about an alliance; build a model whose every arrow leads back to a sentence",
		Long: `Entente reads policy documents in Chinese, Japanese, Korean and English, and
builds from them a model of the alliance which can be run, and in which every
arrow and every number leads back to the sentence that says so.
Everything happens on this machine.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return &entente.Error{Kind: entente.Usage, Err: err}
	})
	root.AddCommand(demoCommand(), buildCommand(), readCommand(), collateCommand(), extractCommand(),
		ledgerCommand(), timelineCommand(), mapCommand(), askCommand(), reviewCommand(), reportCommand(), checkCommand(), runCommand(), loopsCommand(), sensitivityCommand(), backtestCommand(), convertCommand(), scoreCommand(), serveCommand())
	return root
}

// printErrors writes one line per error that was joined into err.
func printErrors(w io.Writer, err error) {
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintln(w, "entente:", line)
	}
}

func exitCode(err error) int {
	if err == nil {
		return 0
	}
	switch entente.KindOf(err) {
	case entente.Finding:
		return 1
	case entente.BadInput:
		return 3
	}
	return 2
}

// usage is an error of how a command was called.
func usage(format string, args ...any) error {
	return &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf(format, args...)}
}

// atLeast is cobra.MinimumNArgs with our kind of error.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usage("%s needs %s; see entente %s --help", cmd.Name(), what, cmd.Name())
		}
		return nil
	}
}

// exactly is cobra.ExactArgs with our kind of error.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usage("%s needs %s; see entente %s --help", cmd.Name(), what, cmd.Name())
		}
		return nil
	}
}

// printJSON writes v as indented JSON without escaping quotes from texts.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// finding is the error of a check that failed.
func finding(format string, args ...any) error {
	return &entente.Error{Kind: entente.Finding, Msg: fmt.Sprintf(format, args...)}
}

// joined keeps only the errors that are not nil.
func joined(errs ...error) error { return errors.Join(errs...) }
