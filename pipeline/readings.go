package pipeline

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/collate"
	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// Read reads files without a project, as the commands read and collate do.
func Read(files []File) ([]*entente.Document, error) {
	docs := make([][]*entente.Document, len(files))
	bad := make([]error, len(files))
	onAllCores(context.Background(), len(files), func(i int) {
		docs[i], bad[i] = read.Read(files[i].Name, files[i].Data)
	})
	return slices.Concat(docs...), errors.Join(bad...)
}

// A Reading is what a document that belongs to no project says.
type Reading struct {
	Document *entente.Document
	extract.Extraction
}

// Readings gives what the documents in files say, in the order of the files and batch by
// batch: what is held of one is let go before the next, so that there may be any number
// of files. Statements of a translation are paired with those of its original if both are
// in one batch. The error with a batch says which of its files could not be read, and
// where a rule failed.
func Readings(ctx context.Context, files iter.Seq[File], lex *lexicon.Lexicon) iter.Seq2[[]Reading, error] {
	return readings(ctx, batches(files, batchSize), lex)
}

func readings(ctx context.Context, batches iter.Seq[[]File], lex *lexicon.Lexicon) iter.Seq2[[]Reading, error] {
	return func(yield func([]Reading, error) bool) {
		for batch := range batches {
			docs, bad := Read(batch)
			readings, faults := extractAll(ctx, docs, lex)
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			if !yield(readings, errors.Join(bad, faults)) {
				return
			}
		}
	}
}

// batchSize is how many bytes of files are read together: a shelf of books, so that
// a translation mostly stands beside its original.
const batchSize = 8 << 20

// batches groups files, one after the other, up to so many bytes; a larger file is alone.
func batches(files iter.Seq[File], most int) iter.Seq[[]File] {
	return func(yield func([]File) bool) {
		var batch []File
		size := 0
		for f := range files {
			if len(batch) > 0 && size+len(f.Data) > most {
				if !yield(batch) {
					return
				}
				batch, size = nil, 0
			}
			batch, size = append(batch, f), size+len(f.Data)
		}
		if len(batch) > 0 {
			yield(batch)
		}
	}
}

// Extract returns the statements of documents that belong to no project; those
// of a translation are paired with those of its original. The error says where a
// rule failed.
func Extract(ctx context.Context, docs []*entente.Document, lex *lexicon.Lexicon) ([]entente.Statement, error) {
	readings, bad := extractAll(ctx, docs, lex)
	var out []entente.Statement
	for _, r := range readings {
		out = append(out, r.Statements...)
	}
	return out, bad
}

// extractAll reads documents on all cores, and pairs translations.
func extractAll(ctx context.Context, docs []*entente.Document, lex *lexicon.Lexicon) ([]Reading, error) {
	out := make([]Reading, len(docs))
	bad := make([]error, len(docs))
	onAllCores(ctx, len(docs), func(i int) {
		out[i].Document = docs[i]
		out[i].Extraction, bad[i] = extract.Checked(docs[i], lex)
	})
	if slices.ContainsFunc(docs, func(d *entente.Document) bool { return d.Lang != docs[0].Lang }) {
		all := make([][]entente.Statement, len(out))
		for i := range out {
			all[i] = out[i].Statements
		}
		assemble.Pair(collate.Collate(docs, lex), all...)
	}
	return out, errors.Join(bad...)
}

// onAllCores does n pieces of work, unless the context ends, in no order.
func onAllCores(ctx context.Context, n int, do func(i int)) {
	work := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := range work {
				do(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		work <- i
	}
	close(work)
	wg.Wait()
}
