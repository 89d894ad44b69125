package http

import (
	"mime"
	nethttp "net/http"
	"strconv"

	"github.com/ententelab/entente"
)

// file answers with a document's original bytes. A PDF opens in the browser,
// at a page with #page=12; text is shown as text, HTML too, so that nothing
// from a document ever runs on the workbench's origin; the rest is saved.
func (s *Server) file(w nethttp.ResponseWriter, r *nethttp.Request) {
	d := s.doc(entente.DocID(r.PathValue("id")))
	if d == nil || s.File == nil {
		write(w, nethttp.StatusNotFound, map[string]string{"error": "there is no such document in this project"})
		return
	}
	data, err := s.File(d.ID)
	if err != nil {
		write(w, codeOf(err), map[string]string{"error": err.Error()})
		return
	}
	kind, disposition := "application/octet-stream", "attachment"
	switch d.Format {
	case "pdf":
		kind, disposition = "application/pdf", "inline"
	case "text", "markdown", "html":
		kind, disposition = mime.FormatMediaType("text/plain", map[string]string{"charset": d.Encoding}), "inline"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.Header().Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": d.Name}))
	w.Write(data)
}
