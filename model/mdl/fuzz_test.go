package mdl

import "testing"

// FuzzRead holds that no file harms: a model or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte("{UTF-8}\nd: (a1-a3) -> e ~~|\ne: b1, b2, b3 ~~|\nx[d] = 1, 2, 3 ~ widgets [0,?] ~ doc |\ns[d] :EXCEPT: [a1] = INTEG(-x[d] * t(Time), 2) ~~|\nt([(0,0)-(1,1)],(0,1),(1,2)) ~~|\nTIME STEP = 1/4 ~ Month ~|\nFINAL TIME = 2 ~~|\nINITIAL TIME = 0 ~~|\n"))
	f.Add([]byte(":MACRO: M(a, b)\nM = a * b ~~|\n:END OF MACRO:\ny = IF THEN ELSE(M(1,2) > 3 :AND: :NOT: 0, SUM(x[d!]), WITH LOOKUP(Time, ([(0,0)-(1,1)],(0,0),(1,1)))) ~~|\nz = TABBED ARRAY(1 2\n3) ~~|\nq := GET XLS DATA('a.xlsx', 's', 'A', 'B2') ~~|"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Read("fuzz.mdl", data, nil); err == nil && m == nil {
			t.Fatal("neither a model nor an error")
		}
	})
}
