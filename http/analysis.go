package http

import (
	nethttp "net/http"
	"net/url"
	"strconv"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/pipeline"
)

func (s *Server) analysisRoutes(mux *nethttp.ServeMux) {
	mux.Handle("GET /api/voices", answer(s.voices))
	mux.Handle("GET /api/promises", answer(s.promises))
	mux.Handle("GET /api/map/loops", answer(s.loops))
	mux.Handle("GET /api/map/chains", answer(s.chains))
	mux.Handle("GET /api/map/offers", answer(s.offers))
	mux.Handle("POST /api/ask", answer(s.ask))
}

// mostChains is how many loops or chains are looked for: the shortest.
const mostChains = 100

// filterOf reads a filter from a request: author, work, language, actor and
// modality, each as often as wanted, since, until, belief.
func filterOf(q url.Values) (pipeline.Filter, error) {
	f := pipeline.Filter{Authors: given(q["author"]), Works: given(q["work"]), Languages: given(q["language"]), Actors: given(q["actor"]),
		Modalities: given(q["modality"]), Since: q.Get("since"), Until: q.Get("until")}
	if b := q.Get("belief"); b != "" {
		var err error
		if f.Belief, err = strconv.ParseFloat(b, 64); err != nil {
			return f, badRequest("belief is a number between 0 and 1")
		}
	}
	return f, nil
}

// given leaves out empty words.
func given(words []string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// filtered answers what show makes of the project through the request's filter.
func filtered[T any](s *Server, r *nethttp.Request, show func(*pipeline.Filter) (T, error)) (T, error) {
	f, err := filterOf(r.URL.Query())
	if err != nil {
		var none T
		return none, err
	}
	return show(&f)
}

// voices answers who speaks in the project, for the filters.
func (s *Server) voices(*nethttp.Request) ([]assemble.Voice, error) {
	return s.Project.Corpus().Voices(), nil
}

func (s *Server) promises(r *nethttp.Request) ([]assemble.Promise, error) {
	return filtered(s, r, func(f *pipeline.Filter) ([]assemble.Promise, error) {
		return s.Project.Promises(f.Ledger(s.Project), s.Record), nil
	})
}

func (s *Server) loops(r *nethttp.Request) (assemble.Loops, error) {
	return filtered(s, r, func(f *pipeline.Filter) (assemble.Loops, error) {
		return f.Claims(s.Project).FindLoops(f.Map(s.Project), mostChains), nil
	})
}

func (s *Server) chains(r *nethttp.Request) (assemble.Route, error) {
	return filtered(s, r, func(f *pipeline.Filter) (assemble.Route, error) {
		from, to := entente.ConceptID(r.URL.Query().Get("from")), entente.ConceptID(r.URL.Query().Get("to"))
		if from == "" || to == "" {
			return assemble.Route{}, badRequest("chains lead from a concept to a concept: ?from=…&to=…")
		}
		return f.Claims(s.Project).FindRoute(f.Map(s.Project), from, to, mostChains), nil
	})
}

func (s *Server) offers(r *nethttp.Request) ([]assemble.Offer, error) {
	return filtered(s, r, func(f *pipeline.Filter) ([]assemble.Offer, error) {
		return assemble.Offers(f.Claims(s.Project)), nil
	})
}

// ask puts a question to the whole map and to each author's own.
func (s *Server) ask(r *nethttp.Request) (*pipeline.Reply, error) {
	q := pipeline.Question{Share: 0.2, From: 2026, By: 2030, Members: 500, Seed: 1}
	if err := body(r, &q); err != nil {
		return nil, err
	}
	switch {
	case q.Members < 1 || q.Members > mostMembers:
		return nil, badRequest("an ensemble has 1 to 5000 runs")
	case !(q.Share >= -1 && q.Share <= 1) || q.Share == 0:
		return nil, badRequest("a change is a share between -1 and 1, and not 0")
	}
	reply, err := pipeline.Ask(r.Context(), s.Project.Corpus(), q, s.Project.Lexicon.Title, func(string) bool { return true })
	if err != nil && entente.KindOf(err) == entente.Finding {
		return nil, badRequest(err.Error())
	}
	return reply, err
}
