// Package sqlite keeps a project in one file, NAME.entente: the documents as
// they came, what they were read as, statements, and what was made of them.
// Every write is a transaction of its own: what a method has returned from is
// on disk.
package sqlite

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/ententelab/entente"
	_ "modernc.org/sqlite" // the driver
)

//go:embed schema.sql
var schema string

// migrations bring a file from format 1 to 2, from 2 to 3, and so on; a new
// file is made as format 1 and runs through all of them.
var migrations = []string{format2}

//go:embed format2.sql
var format2 string

// Format is the version of the file format that this package writes.
const Format = 2

// applicationID marks the file as ours in SQLite's header ("Entt").
const applicationID = 0x456e7474

// A Project is an open project file. It is safe for concurrent use.
type Project struct {
	db   *sql.DB
	path string
}

// Create opens the project at path, making it if there is none.
func Create(path string) (*Project, error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0 {
		return create(path)
	}
	return Open(path)
}

// Open opens an existing project. The error names the file if it is missing,
// is not a project, or comes from a newer version.
func Open(path string) (*Project, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: path, Msg: "there is no such project", Hint: "make one with: entente build -o " + path + " FILE..."}
	}
	p, err := connect(path)
	if err != nil {
		return nil, err
	}
	if err := p.checkFormat(); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func create(path string) (*Project, error) {
	p, err := connect(path)
	if err != nil {
		return nil, err
	}
	_, err = p.db.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = 1; %s", applicationID, schema))
	if err == nil {
		err = p.migrate(1)
	}
	if err != nil {
		p.Close()
		return nil, &entente.Error{Kind: entente.BadInput, File: path, Msg: "cannot be made a project", Err: err}
	}
	return p, nil
}

func connect(path string) (*Project, error) {
	q := url.Values{"_pragma": {"foreign_keys(1)", "busy_timeout(5000)", "journal_mode(wal)", "synchronous(full)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, &entente.Error{Kind: entente.BadInput, File: path, Err: err}
	}
	return &Project{db: db, path: path}, nil
}

func (p *Project) checkFormat() error {
	var app, version int
	err := p.db.QueryRow("PRAGMA application_id").Scan(&app)
	if err == nil {
		err = p.db.QueryRow("PRAGMA user_version").Scan(&version)
	}
	switch {
	case err != nil:
		return &entente.Error{Kind: entente.BadInput, File: p.path, Msg: "is not a readable project", Err: err}
	case app != applicationID:
		return &entente.Error{Kind: entente.BadInput, File: p.path, Msg: "is not an Entente project"}
	case version > Format:
		return &entente.Error{Kind: entente.BadInput, File: p.path, Msg: fmt.Sprintf("has format %d; this program knows up to %d", version, Format), Hint: "use a newer entente"}
	case version < Format:
		if err := p.migrate(version); err != nil {
			return &entente.Error{Kind: entente.BadInput, File: p.path, Msg: fmt.Sprintf("has format %d and cannot be brought to %d", version, Format), Err: err}
		}
	}
	return nil
}

// migrate brings the file from a format to the newest, all or nothing.
func (p *Project) migrate(from int) error {
	return p.inTx(func(tx *sql.Tx) error {
		for version := max(from, 1); version < Format; version++ {
			if _, err := tx.Exec(migrations[version-1]); err != nil {
				return err
			}
		}
		_, err := tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", Format))
		return err
	})
}

// Close ends the use of the file; the write-ahead log is merged into it, so
// that the one file can be mailed.
func (p *Project) Close() error {
	_, err := p.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	return errors.Join(err, p.db.Close())
}

// Log records what was done, and when.
func (p *Project) Log(what string) error {
	_, err := p.db.Exec("INSERT INTO log (at, what) VALUES (?, ?)", time.Now().UTC().Format(time.RFC3339), what)
	return err
}

// Integrity returns what SQLite finds wrong with the file, nothing if it is
// sound.
func (p *Project) Integrity() ([]string, error) {
	rows, err := p.db.Query("PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			found = append(found, line)
		}
	}
	return found, rows.Err()
}

// inTx runs f in a transaction.
func (p *Project) inTx(f func(*sql.Tx) error) error {
	tx, err := p.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}
