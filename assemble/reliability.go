package assemble

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/ententelab/entente"
)

//go:embed reliability.tsv
var reliabilityTable string

var reliability = readReliability(reliabilityTable)

// Reliability is the share of a rule's findings that a careful reader would
// keep, as measured on the gold set; for a rule not measured, that of its kind
// and language, then of its kind.
func Reliability(rule entente.RuleID) float64 {
	for r := string(rule); r != ""; r = parent(r) {
		if v, ok := reliability[r]; ok {
			return v
		}
	}
	return reliability["*"]
}

// parent turns claim/zh/result into claim/zh, then claim.
func parent(rule string) string {
	if i := strings.LastIndexByte(rule, '/'); i >= 0 {
		return rule[:i]
	}
	return ""
}

func readReliability(tsv string) map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(tsv) {
		f := strings.Fields(line)
		if len(f) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		if v, err := strconv.ParseFloat(f[1], 64); err == nil {
			m[f[0]] = v
		}
	}
	return m
}
