package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/read"
)

// read puts the files that the store does not have into it. The error joins
// those of the files that could not be read, or only in part.
func (b *Builder) read(ctx context.Context, files []File) error {
	var bad []error
	for i, f := range files {
		if ctx.Err() != nil {
			return errors.Join(append(bad, ctx.Err())...)
		}
		b.report("read", i, len(files))
		bad = append(bad, b.readOne(f))
	}
	b.report("read", len(files), len(files))
	return errors.Join(bad...)
}

func (b *Builder) readOne(f File) error {
	known, err := b.Store.HasFile(f.Name, f.Data, read.Version)
	if known || err != nil {
		return err
	}
	docs, bad := read.Read(f.Name, f.Data)
	if len(docs) == 0 {
		return bad
	}
	return errors.Join(bad, b.Store.PutFile(f.Name, f.Data, docs, read.Version))
}

// extract returns the statements of all documents, document by document, and
// how many documents had to be extracted anew. Documents are worked on by all
// cores; the order of the result does not depend on it. bad says where a rule
// failed; such a document is read anew next time.
func (b *Builder) extract(ctx context.Context, docs []*entente.Document) (all []entente.Statement, reread int, bad, err error) {
	version := extract.Version + "-" + b.Lexicon.Version()
	byDoc := make([][]entente.Statement, len(docs))
	var anew []int
	for i, d := range docs {
		sts, ok, err := b.Store.Statements(d.ID, version)
		if err != nil {
			return nil, 0, nil, err
		}
		if byDoc[i] = sts; !ok {
			anew = append(anew, i)
		}
	}
	faults := make([]error, len(docs))
	var mu sync.Mutex
	n := 0
	onAllCores(ctx, len(anew), func(k int) {
		i := anew[k]
		r, err := extract.Checked(docs[i], b.Lexicon)
		byDoc[i], faults[i] = r.Statements, err
		mu.Lock()
		defer mu.Unlock()
		n++
		b.report("extract", n, len(anew))
	})
	if err := ctx.Err(); err != nil {
		return nil, 0, nil, err
	}
	for _, i := range anew {
		if faults[i] != nil {
			continue
		}
		if err := b.Store.PutStatements(docs[i].ID, version, byDoc[i]); err != nil {
			return nil, 0, nil, err
		}
	}
	return slices.Concat(byDoc...), len(anew), errors.Join(faults...), nil
}

// part returns what the store has under name, made from the same input, or
// makes and stores it.
func part[T any](b *Builder, name, input string, makeIt func() (T, error)) (T, error) {
	var value T
	key := b.hash(input)
	if ok, err := b.Store.Part(name, key, &value); ok || err != nil {
		return value, err
	}
	b.report(name, 0, 1)
	value, err := makeIt()
	if err != nil {
		return value, err
	}
	b.report(name, 1, 1)
	return value, b.Store.PutPart(name, key, value)
}

// inputs identifies what the whole-project steps start from: the documents as
// read, and the lexicon.
func (b *Builder) inputs(docs []*entente.Document) string {
	ids := read.Version + b.Lexicon.Version()
	for _, d := range docs {
		ids += " " + string(d.ID) + d.Name
	}
	return ids
}

func (b *Builder) ensemble() string { return fmt.Sprint(" ", b.Members, " ", b.Seed) }

// hash is the SHA-256 of a value's JSON, in hexadecimal.
func (b *Builder) hash(v any) string {
	js, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("pipeline: %T has no JSON: %v", v, err)) // our own nouns always have
	}
	sum := sha256.Sum256(js)
	return hex.EncodeToString(sum[:])
}

func (b *Builder) report(step string, done, of int) {
	if b.Progress != nil {
		b.Progress(step, done, of)
	}
}
