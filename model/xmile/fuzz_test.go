package xmile

import "testing"

// FuzzRead holds that no file harms: a model or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`<xmile version="1.0"><sim_specs><start>0</start><stop>2</stop><dt reciprocal="true">4</dt></sim_specs><dimensions><dim name="d" size="2"/></dimensions><model><variables><stock name="s"><eqn>1</eqn><inflow>f</inflow></stock><flow name="f"><eqn>s * g</eqn><gf type="discrete"><xscale min="0" max="1"/><ypts>1,2</ypts></gf></flow><aux name="g"><dimensions><dim name="d"/></dimensions><eqn>1</eqn><eqn>2</eqn></aux><module name="m"><connect to="x" from=".g"/></module></variables></model><model name="m"><variables><aux name="x"><eqn>1</eqn></aux></variables></model></xmile>`))
	f.Add([]byte(`<xmile><macro name="M"><parm>a</parm><eqn>a</eqn></macro><model><aux name="bare"><eqn>M(1)</eqn></aux></model></xmile>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read("fuzz.xmile", data)
		if err == nil && m == nil {
			t.Fatal("neither a model nor an error")
		}
		if err != nil {
			return
		}
		if _, err := Write(m); err != nil {
			t.Fatal(err)
		}
	})
}
