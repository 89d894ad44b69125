package model

import "testing"

// FuzzParse holds that no file harms: a model or an error, and a check of it.
func FuzzParse(f *testing.F) {
	f.Add([]byte("model: m\ntime: {start: 0, stop: 1, step: 0.5}\nvariables:\n  a: {kind: stock, initial: 1, rate: -a * b, unit: x}\n  b: {kind: constant, value: 2, range: [1, 3], unit: 1/year}\n  c: {equation: a, lookup: {x: [0, 1], y: [1, 2]}}\nscenarios: {s: {set: {b: 1}}}\ntests: {t: {scenario: s, expect: {variable: a, at: 1, is: higher}}}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Parse("fuzz.yaml", data); err == nil {
			Check(m)
		}
	})
}
