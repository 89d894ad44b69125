// Learn makes the weights by which passages are judged (package weigh) from what
// readers said of passages:
//
//	go run ./learn [-gold DIR]...
//
// writes lexicon/data/grounding/weights.bin.gz, the concepts of phrases, and
// extract/data/status.bin.gz, the status of figures, and extract/data/stance.bin.gz,
// the stances of positions.
//
// phrases.tsv holds phrases of our own writing: concept, language, sign, phrase.
// sentences.tsv holds sentences of our own writing with a claim: language, whether
// the rules were written with it in view (seen, unseen), sentence, cause, effect,
// the concepts of both, polarity, modality; plain.tsv the same of short sentences
// that show one verb each. figures.tsv holds sentences of our own
// writing with a figure: language, seen or unseen, status, unit, value, and the
// sentence before, in and behind its mention; positions.tsv such with a position:
// language, seen or unseen, stance, sentence, mention. A gold set adds its claims,
// figures and positions.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ententelab/entente/extract"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/weigh"
)

func main() {
	log.SetFlags(0)
	var gold files
	dir := flag.String("dir", "learn", "where the labelled passages are")
	concepts := flag.String("concepts", "lexicon/data/grounding/weights.bin.gz", "the file to write of concepts")
	status := flag.String("status", "extract/data/status.bin.gz", "the file to write of the status of figures")
	stances := flag.String("stances", "extract/data/stance.bin.gz", "the file to write of the stances of positions")
	flag.Var(&gold, "gold", "folder of a gold set; may be repeated")
	flag.Parse()
	if err := learn(*dir, gold, *concepts, *status, *stances); err != nil {
		log.Fatal("learn: ", err)
	}
}

func learn(dir string, gold []string, concepts, status, stances string) error {
	examples, err := collect(dir, gold)
	if err != nil {
		return err
	}
	if err := write(concepts, lexicon.Learn(examples).Append(nil)); err != nil {
		return err
	}
	figures, err := collectFigures(dir, gold)
	if err != nil {
		return err
	}
	if err := write(status, extract.LearnStatus(figures, lexicon.Default()).Append(nil)); err != nil {
		return err
	}
	positions, err := collectPositions(dir, gold)
	if err != nil {
		return err
	}
	if err := write(stances, extract.LearnStances(positions, lexicon.Default()).Append(nil)); err != nil {
		return err
	}
	fmt.Printf("%s: from %d examples\n%s: from %d figures\n%s: from %d positions\n", concepts, len(examples), status, len(figures), stances, len(positions))
	return nil
}

type files []string

func (f *files) String() string     { return strings.Join(*f, " ") }
func (f *files) Set(s string) error { *f = append(*f, s); return nil }

// table reads the rows of a tab-separated file; lines that begin with # are
// remarks.
func table(path string, columns int) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]string
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		row := strings.Split(lines.Text(), "\t")
		if len(row) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, not %d", path, n, len(row), columns)
		}
		out = append(out, row)
	}
	return out, lines.Err()
}

func write(path string, plain []byte) error {
	packed, err := weigh.Pack(plain)
	if err != nil {
		return err
	}
	return os.WriteFile(path, packed, 0o644)
}
