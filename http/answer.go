package http

import (
	"bytes"
	"encoding/json"
	"errors"
	nethttp "net/http"

	"github.com/ententelab/entente"
)

// A status is an error with the HTTP status that says it.
type status struct {
	code int
	msg  string
}

func (s *status) Error() string { return s.msg }

func notFound(msg string) error   { return &status{nethttp.StatusNotFound, msg} }
func badRequest(msg string) error { return &status{nethttp.StatusBadRequest, msg} }

// answer turns a function of the request into a handler that writes its result
// as JSON, or its error as {"error": …}.
func answer[T any](f func(*nethttp.Request) (T, error)) nethttp.Handler {
	return nethttp.HandlerFunc(func(w nethttp.ResponseWriter, r *nethttp.Request) {
		v, err := f(r)
		if err != nil {
			write(w, codeOf(err), map[string]string{"error": err.Error()})
			return
		}
		write(w, nethttp.StatusOK, v)
	})
}

// body reads the JSON of a request into v: of a known shape, and not large.
func body(r *nethttp.Request, v any) error {
	dec := json.NewDecoder(nethttp.MaxBytesReader(nil, r.Body, 1<<20))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return badRequest("the request is not of the shape that is read here: " + err.Error())
	}
	return nil
}

func codeOf(err error) int {
	var s *status
	switch {
	case errors.As(err, &s):
		return s.code
	case entente.KindOf(err) == entente.BadInput, entente.KindOf(err) == entente.Usage:
		return nethttp.StatusBadRequest
	}
	return nethttp.StatusInternalServerError
}

func write(w nethttp.ResponseWriter, code int, v any) {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		nethttp.Error(w, "the answer has no JSON: "+err.Error(), nethttp.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	w.Write(body.Bytes())
}
