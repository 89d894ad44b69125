package http

import (
	nethttp "net/http"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/pipeline"
)

func (s *Server) reviewRoutes(mux *nethttp.ServeMux) {
	mux.Handle("GET /api/reviews", answer(s.reviews))
	mux.Handle("POST /api/reviews", answer(s.decide))
}

// reviews answers the decisions in force.
func (s *Server) reviews(*nethttp.Request) ([]entente.ReviewState, error) {
	if s.Project.Reviews == nil {
		return []entente.ReviewState{}, nil
	}
	return s.Project.Reviews, nil
}

// decide stores a verdict and puts the project made anew in place of the old
// one. Nothing is acknowledged that is not stored.
func (s *Server) decide(r *nethttp.Request) (entente.Review, error) {
	var v pipeline.Verdict
	if err := body(r, &v); err != nil {
		return entente.Review{}, err
	}
	if s.Decide == nil {
		return entente.Review{}, badRequest("this workbench has no project file to keep decisions in")
	}
	review, project, models, err := s.Decide(r.Context(), s.Project, v)
	if err != nil {
		return review, err
	}
	s.Project, s.Models = project, models
	s.once, s.index = sync.Once{}, nil
	return review, nil
}

// oneWriter lets requests that only look run side by side, and a decision
// alone: nobody sees half of it.
func (s *Server) oneWriter(next nethttp.Handler) nethttp.Handler {
	return nethttp.HandlerFunc(func(w nethttp.ResponseWriter, r *nethttp.Request) {
		if r.Method == nethttp.MethodPost && r.URL.Path == "/api/reviews" {
			s.mu.Lock()
			defer s.mu.Unlock()
		} else {
			s.mu.RLock()
			defer s.mu.RUnlock()
		}
		next.ServeHTTP(w, r)
	})
}
