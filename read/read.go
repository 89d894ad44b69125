// Package read turns files into documents: it recognises format and encoding,
// takes the text out, and has it laid out (language, sections, paragraphs,
// sentences, notes, furniture). It opens no file and no network connection.
package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/read/docx"
	"github.com/ententelab/entente/read/html"
	"github.com/ententelab/entente/read/pdf"
	"github.com/ententelab/entente/read/text"
)

// Version changes when the same bytes may give another document.
const Version = "5"

// Read returns the documents in a file's bytes: one, or those in an archive.
// name is the file's name, of which the base is kept. Errors are
// *entente.Error of kind BadInput, joined if there are several; what could be
// read is returned beside them. The documents are safe for concurrent use.
func Read(name string, data []byte) ([]*entente.Document, error) {
	name = filepath.Base(name)
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		switch {
		case err != nil:
			return nil, bad(name, "the archive is damaged", err)
		case docx.Is(z):
			s, hints, err := docx.Read(z)
			return layOut(name, data, "docx", "UTF-8", s, hints, err)
		}
		u := unpacker{bytes: largestUnpacked, files: mostFiles}
		return u.archive(name, z, 0)
	}
	if isPDF(data) {
		return readPDF(name, data)
	}
	if isHTML(name, data) {
		s, hints, encoding, err := html.Read(data)
		return layOut(name, data, "html", encoding, s, hints, err)
	}
	s, encoding, err := decode(name, data)
	if encoding == "" {
		return nil, err
	}
	docs, _ := layOut(name, data, textFormat(name), encoding, s, text.Hints{}, nil)
	return docs, err
}

// layOut makes a document of text and hints.
func layOut(name string, data []byte, format, encoding, s string, hints text.Hints, err error) ([]*entente.Document, error) {
	if err != nil {
		return nil, bad(name, "the "+format+" file cannot be read", err)
	}
	doc := &entente.Document{ID: entente.NewDocID(data), Name: name, Format: format, Encoding: encoding, Text: s}
	text.Layout(doc, hints)
	return []*entente.Document{doc}, nil
}

// readPDF keeps the pages beside the text. What could be read of a damaged
// file is returned with the error.
func readPDF(name string, data []byte) ([]*entente.Document, error) {
	s, pages, err := pdf.Read(data)
	var failed error
	if err != nil {
		failed = bad(name, "the PDF cannot be read", err)
	}
	if strings.TrimSpace(s) == "" {
		return nil, failed
	}
	docs, _ := layOut(name, data, "pdf", "UTF-8", s, text.Hints{}, nil)
	docs[0].Pages = pages
	return docs, failed
}

// isPDF looks for the signature where readers accept it: in the first kilobyte.
func isPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

func bad(name, msg string, err error) error {
	if e, ok := errors.AsType[*entente.Error](err); ok {
		return e
	}
	return &entente.Error{Kind: entente.BadInput, File: name, Msg: msg, Err: err}
}

func textFormat(name string) string {
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".md" || ext == ".markdown" {
		return "markdown"
	}
	return "text"
}

// isHTML reports whether a file is a web page, by its name or its beginning.
func isHTML(name string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\xEF\xBB\xBF \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html"))
}
