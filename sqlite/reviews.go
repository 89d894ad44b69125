package sqlite

import (
	"database/sql"
	"encoding/json"

	"github.com/ententelab/entente"
)

// PutReview adds a review and its line in the log. Nothing that was reviewed
// before is overwritten.
func (p *Project) PutReview(r entente.Review) error {
	was, err := statementJSON(r.Was)
	if err != nil {
		return err
	}
	is, err := statementJSON(r.Is)
	if err != nil {
		return err
	}
	return p.inTx(func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO reviews (at, reviewer, decision, target, doc, was, becomes) VALUES (?, ?, ?, ?, ?, ?, ?)",
			r.At, r.By, r.Decision, r.Target, r.Place().Doc, was, is)
		if err != nil {
			return err
		}
		_, err = tx.Exec("INSERT INTO log (at, what) VALUES (?, ?)", r.At, "review: "+string(r.Decision)+" "+string(r.Target)+" by "+r.By)
		return err
	})
}

// statementJSON is a statement's line, or NULL.
func statementJSON(s *entente.Statement) (sql.NullString, error) {
	if s == nil {
		return sql.NullString{}, nil
	}
	line, err := json.Marshal(s)
	return sql.NullString{String: string(line), Valid: true}, err
}

// Reviews returns all reviews, the oldest first.
func (p *Project) Reviews() ([]entente.Review, error) {
	rows, err := p.db.Query("SELECT at, reviewer, decision, target, doc, was, becomes FROM reviews ORDER BY seq")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []entente.Review
	for rows.Next() {
		var r entente.Review
		var doc entente.DocID
		var was, is sql.NullString
		if err := rows.Scan(&r.At, &r.By, &r.Decision, &r.Target, &doc, &was, &is); err != nil {
			return nil, err
		}
		if r.Was, err = p.statement(was, doc); err != nil {
			return nil, err
		}
		if r.Is, err = p.statement(is, doc); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

func (p *Project) statement(line sql.NullString, doc entente.DocID) (*entente.Statement, error) {
	if !line.Valid {
		return nil, nil
	}
	s := &entente.Statement{}
	if err := json.Unmarshal([]byte(line.String), s); err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: p.path, Msg: "holds a review that cannot be read", Err: err}
	}
	s.Rebind(doc)
	return s, nil
}
