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

// fewest findings say something of a rule.
const fewest = 10

// unmeasured is the reliability of a rule of which nothing is known: assumed.
const unmeasured = 0.5

// Reliability is the share of a rule's findings that a careful reader would
// keep, as measured on the gold set; for a rule that was found too seldom to
// tell, that of its kind and language, then of its kind. What an analyst stands behind is 1.
func Reliability(rule entente.RuleID) float64 {
	if strings.HasPrefix(string(rule), ReviewRule+"/") {
		return 1
	}
	for r := string(rule); r != ""; r = parent(r) {
		if v, ok := reliability[r]; ok {
			return v
		}
	}
	return unmeasured
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
		if len(f) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		v, err := strconv.ParseFloat(f[1], 64)
		found, bad := strconv.Atoi(f[2])
		if err == nil && bad == nil && found >= fewest {
			m[f[0]] = v
		}
	}
	return m
}
