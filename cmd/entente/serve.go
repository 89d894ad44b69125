package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"

	"github.com/spf13/cobra"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/http"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/pipeline"
	"github.com/ententelab/entente/sqlite"
	"github.com/ententelab/entente/web"
)

const defaultListen = "127.0.0.1:8017"

func serveCommand() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:     "serve [PROJECT.entente]",
		Short:   "The workbench in the browser, on this machine only",
		Example: "  entente serve alliance.entente",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, name := &pipeline.Project{Model: &entente.Model{}, Lexicon: lexicon.Default()}, "no project"
			if len(args) == 1 {
				var err error
				if p, err = openProject(cmd, args[0]); err != nil {
					return err
				}
				name = args[0]
			}
			return serve(cmd, name, p, listen)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", defaultListen, "loopback address and port; port 0 takes a free one")
	return cmd
}

// serve runs the workbench until the command is interrupted.
func serve(cmd *cobra.Command, name string, p *pipeline.Project, listen string) error {
	l, err := listenLoopback(listen)
	if err != nil {
		return err
	}
	defer l.Close()
	pages, built := web.Pages()
	if !built {
		return usage("this entente was built without its pages; build it with: make build")
	}
	models, err := benches(p, name)
	if err != nil {
		return err
	}
	s := &http.Server{Name: name, Project: p, Models: models, Pages: pages, File: originals(name), Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
	if s.Record, err = record(); err != nil {
		return err
	}
	if len(p.Documents) > 0 {
		s.Decide = deciding(name)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "The workbench is at http://%s (stop it with Ctrl-C)\n", l.Addr())
	return s.Serve(cmd.Context(), l)
}

// deciding returns a function that keeps verdicts in the project at path.
func deciding(path string) func(context.Context, *pipeline.Project, pipeline.Verdict) (entente.Review, *pipeline.Project, []*pipeline.Bench, error) {
	return func(ctx context.Context, p *pipeline.Project, v pipeline.Verdict) (entente.Review, *pipeline.Project, []*pipeline.Bench, error) {
		r, after, err := decide(ctx, path, p, v, io.Discard)
		if err != nil {
			return r, nil, nil, err
		}
		models, err := benches(after, path)
		return r, after, models, err
	}
}

// originals returns a function that reads a document's file from the project
// at path.
func originals(path string) func(entente.DocID) ([]byte, error) {
	return func(id entente.DocID) ([]byte, error) {
		store, err := sqlite.Open(path)
		if err != nil {
			return nil, err
		}
		defer store.Close()
		return store.Bytes(id)
	}
}

// listenLoopback listens, but never on an address that others can reach.
func listenLoopback(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, usage("--listen needs HOST:PORT, as %s", defaultListen)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, usage("the workbench listens on this machine only: use 127.0.0.1, not %q", host)
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, &entente.Error{Kind: entente.Usage, Msg: "cannot listen on " + address, Err: err, Hint: "try --listen 127.0.0.1:0"}
	}
	return l, nil
}
