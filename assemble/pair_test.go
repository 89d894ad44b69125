package assemble

import (
	"testing"

	"github.com/ententelab/entente"
)

func TestStatementsOfATranslationArePaired(t *testing.T) {
	sts := []entente.Statement{
		claim("o", 1, "pressure", "trust", entente.Minus, "asserted"),
		claim("o", 2, "trust", "hedging", entente.Minus, "asserted"),
		claim("t", 1, "trust", "hedging", entente.Minus, "predicted"),
		claim("t", 2, "pressure", "trust", entente.Minus, "asserted"),
		claim("t", 9, "pressure", "trust", entente.Minus, "asserted"), // stands elsewhere
	}
	Pair(entente.Collation{Pairs: []entente.VersionPair{{OriginalID: "o", VersionID: "t",
		Aligned: []entente.Aligned{{Original: [2]int{0, 40}, Version: [2]int{0, 40}}}}}}, sts)
	for i, want := range []entente.StatementID{"", "", "c-o-2", "c-o-1", ""} {
		if sts[i].Pair != want {
			t.Errorf("%s is paired with %q, want %q", sts[i].ID, sts[i].Pair, want)
		}
	}
}
