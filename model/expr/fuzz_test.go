package expr

import (
	"reflect"
	"testing"
)

// strip takes positions off and folds names, so that trees compare.
func strip(n Node) Node {
	Walk(n, func(n Node) bool {
		reflect.ValueOf(n).Elem().FieldByName("At").SetInt(0)
		switch n := n.(type) {
		case *Ref:
			n.Name = Key(n.Name)
		case *Call:
			n.Name = Key(n.Name)
		case *Star:
			n.Dim = Key(n.Dim)
		}
		return true
	})
	return n
}

// FuzzParse holds that what parses prints to something that parses to the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"a + b * -c ^ 2", "IF a > 1 AND NOT b THEN x[dim, *] ELSE SUM(y[*:part, 1:3])", `"odd name!"(3) MOD 2 // 4`,
		"-(1)", "-1^-2", "1, 2; 3", "{c} PULSE(1, 2) <> .5e-3", "two words(a)", "IF IF a THEN b ELSE c THEN d ELSE e + 1", "x[i+1]!=y",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		n, err := Parse(src)
		if err != nil {
			return
		}
		text := String(n)
		again, err := Parse(text)
		if err != nil {
			t.Fatalf("%q prints as %q: %v", src, text, err)
		}
		if !reflect.DeepEqual(strip(n), strip(again)) {
			t.Fatalf("%q prints as %q, which is %q", src, text, String(again))
		}
	})
}
