package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/ententelab/entente"
)

// PutStatements replaces the statements of a document.
func (p *Project) PutStatements(doc entente.DocID, version string, sts []entente.Statement) error {
	return p.inTx(func(tx *sql.Tx) error {
		if _, err := tx.Exec("DELETE FROM statements WHERE doc = ?", doc); err != nil {
			return err
		}
		insert, err := tx.Prepare(`INSERT INTO statements (doc, seq, id, kind, start, "end", statement) VALUES (?, ?, ?, ?, ?, ?, ?)`)
		if err != nil {
			return err
		}
		defer insert.Close()
		for i := range sts {
			line, err := json.Marshal(sts[i])
			if err != nil {
				return err
			}
			if _, err := insert.Exec(doc, i, sts[i].ID, sts[i].Kind, sts[i].Start, sts[i].End, string(line)); err != nil {
				return err
			}
		}
		_, err = tx.Exec("INSERT INTO extractions (doc, version) VALUES (?, ?) ON CONFLICT (doc) DO UPDATE SET version = excluded.version", doc, version)
		return err
	})
}

// Statements returns a document's statements in order, and false if this
// version of extract has not read the document.
func (p *Project) Statements(doc entente.DocID, version string) ([]entente.Statement, bool, error) {
	var have string
	err := p.db.QueryRow("SELECT version FROM extractions WHERE doc = ?", doc).Scan(&have)
	if errors.Is(err, sql.ErrNoRows) || err == nil && version != "" && have != version {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	rows, err := p.db.Query("SELECT statement FROM statements WHERE doc = ? ORDER BY seq", doc)
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	var sts []entente.Statement
	for rows.Next() {
		var line []byte
		if err := rows.Scan(&line); err != nil {
			return nil, false, err
		}
		var st entente.Statement
		if err := json.Unmarshal(line, &st); err != nil {
			return nil, false, &entente.Error{Kind: entente.BadInput, File: p.path, Msg: "holds a statement that cannot be read", Err: err}
		}
		st.Rebind(doc)
		sts = append(sts, st)
	}
	return sts, true, rows.Err()
}

// PutPart stores a value made from the whole project, with the hash of what it
// was made from.
func (p *Project) PutPart(name, input string, value any) error {
	js, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = p.db.Exec("INSERT INTO parts (name, input, value) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET input = excluded.input, value = excluded.value", name, input, string(js))
	return err
}

// Part reads a part into value; false if there is none made from input. An
// empty input takes whatever is stored.
func (p *Project) Part(name, input string, value any) (bool, error) {
	var have string
	var js []byte
	err := p.db.QueryRow("SELECT input, value FROM parts WHERE name = ?", name).Scan(&have, &js)
	if errors.Is(err, sql.ErrNoRows) || err == nil && input != "" && have != input {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal(js, value)
}
