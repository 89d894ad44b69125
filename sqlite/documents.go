package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/ententelab/entente"
)

// A reading is a document with the parts that its public JSON leaves out.
type reading struct {
	*entente.Document
	Text       string              `json:"text"`
	Paragraphs []entente.Paragraph `json:"paragraphs"`
	Sentences  []entente.Sentence  `json:"sentences"`
}

// PutFile stores the documents of one file with its bytes. Documents that an
// older version of the file gave are removed with their statements.
func (p *Project) PutFile(file string, data []byte, docs []*entente.Document, reader string) error {
	return p.inTx(func(tx *sql.Tx) error {
		if err := removeOlder(tx, file, docs); err != nil {
			return err
		}
		for _, d := range docs {
			js, err := json.Marshal(reading{d, d.Text, d.Paragraphs, d.Sentences})
			if err != nil {
				return err
			}
			// What another version of read made of the same bytes is read again.
			if _, err := tx.Exec("DELETE FROM extractions WHERE doc IN (SELECT id FROM documents WHERE id = ? AND reader <> ?)", d.ID, reader); err != nil {
				return err
			}
			_, err = tx.Exec(`INSERT INTO documents (id, name, file, bytes, reading, reader) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET reading = excluded.reading, reader = excluded.reader`,
				d.ID, d.Name, file, data, string(js), reader)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func removeOlder(tx *sql.Tx, file string, docs []*entente.Document) error {
	keep := map[string]bool{}
	for _, d := range docs {
		keep[string(d.ID)] = true
	}
	rows, err := tx.Query("SELECT id FROM documents WHERE file = ?", file)
	if err != nil {
		return err
	}
	var gone []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return errors.Join(err, rows.Close())
		}
		if !keep[id] {
			gone = append(gone, id)
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, id := range gone {
		if _, err := tx.Exec("DELETE FROM documents WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// HasFile reports whether the file's bytes were read by this version of read.
func (p *Project) HasFile(file string, data []byte, reader string) (bool, error) {
	var n, stale int
	err := p.db.QueryRow(`SELECT COUNT(*), COALESCE(SUM(reader <> ? OR bytes <> ?), 0) FROM documents WHERE file = ?`, reader, data, file).Scan(&n, &stale)
	return n > 0 && stale == 0, err
}

// Documents returns all documents, by name.
func (p *Project) Documents() ([]*entente.Document, error) {
	rows, err := p.db.Query("SELECT reading FROM documents ORDER BY name, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var docs []*entente.Document
	for rows.Next() {
		var js []byte
		if err := rows.Scan(&js); err != nil {
			return nil, err
		}
		r := reading{Document: &entente.Document{}}
		if err := json.Unmarshal(js, &r); err != nil {
			return nil, &entente.Error{Kind: entente.BadInput, File: p.path, Msg: "holds a document that cannot be read", Err: err}
		}
		d := r.Document
		d.Text, d.Paragraphs, d.Sentences = r.Text, r.Paragraphs, r.Sentences
		d.Runes()
		docs = append(docs, d)
	}
	return docs, rows.Err()
}

// Bytes returns the bytes of the file that a document came in.
func (p *Project) Bytes(id entente.DocID) ([]byte, error) {
	var data []byte
	err := p.db.QueryRow("SELECT bytes FROM documents WHERE id = ?", id).Scan(&data)
	return data, err
}
