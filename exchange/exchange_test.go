package exchange

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ententelab/entente"
)

var update = flag.Bool("update", false, "write the golden files")

func sample() entente.Map {
	link := func(cause, effect entente.ConceptID, sign entente.Sign, belief float64, sts ...entente.StatementID) entente.Link {
		return entente.Link{ID: entente.NewLinkID(cause, effect, sign), Cause: cause, Effect: effect, Sign: sign, Belief: belief, Statements: sts, Works: []entente.WorkID{"Wa"}}
	}
	pressure := link("us_pressure", "trust_in_us", entente.Minus, 0.75, "c1", "c2")
	pressure.Works, pressure.Authors, pressure.Strength, pressure.Delay = []entente.WorkID{"Wa", "Wb"}, []string{"孟某", "B. Writer"}, "strong", "long"
	denied := link("us_pressure", "trust_in_us", entente.Plus, 0.25, "c3")
	denied.Denials = []entente.StatementID{"c4"}
	return complete([]entente.Link{pressure, link("trust_in_us", "japan_hedging", entente.Minus, 0.5, "c5"), denied}, []entente.StatementID{"c6"})
}

func sentence(id entente.StatementID) *entente.Statement {
	if id == "c2" {
		return nil // its document is not at hand
	}
	return &entente.Statement{ID: id, DocName: "a.txt", Section: "2(1)", Paragraph: 3, Span: entente.Span{Quote: "压力削弱信任, \"quoted\" & <marked>;\nsecond line"}}
}

func TestGoldenFiles(t *testing.T) {
	for name, write := range Writers {
		var got bytes.Buffer
		if err := write(&got, sample(), sentence); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", "map."+name)
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWhatGoesOutComesBack(t *testing.T) {
	readers := map[string]func(string, io.Reader) (entente.Map, error){"csv": ReadCSV, "indra": ReadINDRA}
	for name, read := range readers {
		var out bytes.Buffer
		if err := Writers[name](&out, sample(), sentence); err != nil {
			t.Fatal(err)
		}
		got, err := read("map."+name, &out)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(sample(), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	head := strings.Join(columns, ",") + "\n"
	for name, tt := range map[string]struct {
		read  func(string, io.Reader) (entente.Map, error)
		input string
		want  string
	}{
		"another table": {ReadCSV, "a,b\n1,2\n", "m.csv:1: is not a table of links"},
		"another sign":  {ReadCSV, head + "a,?,b,0.5,,,,,for,c1,,,,\n", "m.csv:2: "},
		"no number":     {ReadCSV, head + "a,+,b,much,,,,,for,c1,,,,\n", "m.csv:2: "},
		"cut short":     {ReadCSV, head + "a,+,b\n", "m.csv:2: "},
		"not JSON":      {ReadINDRA, "<xml>", "m.csv: is not a list of INDRA statements"},
	} {
		_, err := tt.read("m.csv", strings.NewReader(tt.input))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || entente.KindOf(err) != entente.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}
