// Package http serves the workbench: the pages, and the API they use. It
// answers on this machine only and sends nothing anywhere.
package http

import (
	"context"
	"io/fs"
	"log/slog"
	"net"
	nethttp "net/http"
	"sync"
	"time"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

// A Server answers for one project and the models beside it.
type Server struct {
	Name    string // of the project
	Project *pipeline.Project
	Models  []*pipeline.Bench // the first is shown first
	Pages   fs.FS             // the built workbench
	// File returns the bytes of the file a document came in; nil if the
	// originals are not at hand.
	File func(entente.DocID) ([]byte, error)
	Log  *slog.Logger
	// Record is the actual series that promises are held against.
	Record []assemble.Series
	// Decide stores an analyst's verdict and makes project and models anew; nil
	// if there is no project file.
	Decide func(context.Context, *pipeline.Project, pipeline.Verdict) (entente.Review, *pipeline.Project, []*pipeline.Bench, error)

	mu    sync.RWMutex // held by a decision alone, by other requests together
	once  sync.Once
	index map[entente.StatementID]*entente.Statement
}

// statement returns a statement by its ID, or nil.
func (s *Server) statement(id entente.StatementID) *entente.Statement {
	s.once.Do(func() {
		s.index = map[entente.StatementID]*entente.Statement{}
		for i := range s.Project.Statements {
			s.index[s.Project.Statements[i].ID] = &s.Project.Statements[i]
		}
	})
	return s.index[id]
}

// Handler returns the workbench's pages and API. docs/api.md lists the routes.
func (s *Server) Handler() nethttp.Handler {
	mux := nethttp.NewServeMux()
	s.projectRoutes(mux)
	s.modelRoutes(mux)
	s.analysisRoutes(mux)
	s.reviewRoutes(mux)
	mux.Handle("GET /", nethttp.FileServerFS(s.Pages))
	return localOnly(nethttp.NewCrossOriginProtection().Handler(s.oneWriter(mux)))
}

// localOnly refuses requests that name another host: a page elsewhere that has
// its own name resolve to this machine gets nothing.
func localOnly(next nethttp.Handler) nethttp.Handler {
	return nethttp.HandlerFunc(func(w nethttp.ResponseWriter, r *nethttp.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			nethttp.Error(w, "the workbench answers on this machine only", nethttp.StatusForbidden)
			return
		}
		w.Header().Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

// Serve answers on l until ctx ends, then lets requests under way finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &nethttp.Server{Handler: s.Handler(), ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(stop)
}
