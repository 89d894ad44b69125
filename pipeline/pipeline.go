// Package pipeline is the whole flow on one screen: files to documents, works,
// statements, map, model and answers. It alone knows every step.
package pipeline

import (
	"context"
	"errors"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/collate"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/model/frommap"
)

// A File is a file's base name and bytes.
type File struct {
	Name string
	Data []byte
}

// A Project is what the pipeline made of some files.
type Project struct {
	Documents  []*entente.Document
	Collation  entente.Collation
	Statements []entente.Statement
	Reviews    []entente.ReviewState // in force
	Map        entente.Map
	Model      *entente.Model
	Answers    []entente.Answer
	Lexicon    *lexicon.Lexicon // the names it was read with

	Reread int // documents that were read or extracted anew
}

// Build reads files into the store and makes everything up to the answers.
// What the store already has of the same input by the same version of a step
// is not redone. Files that cannot be read are reported in the error, file by
// file; the project is made of the others.
func (b *Builder) Build(ctx context.Context, files []File) (*Project, error) {
	bad := b.read(ctx, files)
	p := &Project{Lexicon: b.Lexicon}
	var faults, err error
	if p.Documents, err = b.Store.Documents(); err != nil {
		return nil, errors.Join(bad, err)
	}
	if p.Statements, p.Reread, faults, err = b.extract(ctx, p.Documents); err != nil {
		return nil, errors.Join(bad, err)
	}
	bad = errors.Join(bad, faults)
	reviews, err := b.Store.Reviews()
	if err != nil {
		return nil, errors.Join(bad, err)
	}
	p.Statements, p.Reviews = assemble.Reviewed(p.Documents, p.Statements, reviews)
	input := b.inputs(p.Documents)
	p.Collation, err = part(b, "collation", input+collate.Version, func() (entente.Collation, error) {
		return collate.Collate(p.Documents, b.Lexicon), nil
	})
	if err != nil {
		return nil, errors.Join(bad, err)
	}
	assemble.Pair(p.Collation, p.Statements)
	p.Map, err = part(b, "map", input+collate.Version+extract.Version+assemble.Version+b.hash(reviews), func() (entente.Map, error) {
		return assemble.Map(p.Corpus()), nil
	})
	if err != nil {
		return nil, errors.Join(bad, err)
	}
	p.Model = frommap.Model(b.Name, p.Map, b.Lexicon.Title)
	p.Answers, err = part(b, "answers", b.hash(p.Map)+frommap.Version+b.ensemble(), func() ([]entente.Answer, error) {
		return b.simulate(ctx, p.Model)
	})
	return p, errors.Join(bad, err)
}

// Corpus is the part of the project that the map, the ledger and the timeline
// are made of.
func (p *Project) Corpus() assemble.Corpus {
	return assemble.Corpus{Documents: p.Documents, Works: p.Collation.Works, Statements: p.Statements}
}

// Statement returns a statement by its ID, or nil.
func (p *Project) Statement(id entente.StatementID) *entente.Statement {
	for i := range p.Statements {
		if p.Statements[i].ID == id {
			return &p.Statements[i]
		}
	}
	return nil
}

// A Store keeps what the steps made. sqlite.Project is one.
type Store interface {
	HasFile(file string, data []byte, reader string) (bool, error)
	PutFile(file string, data []byte, docs []*entente.Document, reader string) error
	Documents() ([]*entente.Document, error)
	Statements(doc entente.DocID, version string) ([]entente.Statement, bool, error)
	PutStatements(doc entente.DocID, version string, sts []entente.Statement) error
	Part(name, input string, value any) (bool, error)
	PutPart(name, input string, value any) error
	Reviews() ([]entente.Review, error) // the oldest first
}

// A Builder holds what the steps need.
type Builder struct {
	Name     string // of the project
	Store    Store
	Lexicon  *lexicon.Lexicon
	Members  int    // of an ensemble
	Seed     uint64 // of an ensemble
	Progress func(step string, done, of int)
}
