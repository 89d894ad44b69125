package quantity

import "strings"

// units holds data/units.yaml.
var units = readUnits()

type unitWords struct {
	suffixes, prefixes                  *words[string]
	counters, approxBefore, approxAfter *words[bool]
	firsts, halves, negative, ordinal   *words[bool]
	rangeMarks, noNumbers               *words[bool]
	boundBefore, boundAfter             *words[Bound]
	tenthsNotBefore, particles          string
	partOf, outOf                       []string
}

type unitFile struct {
	Suffixes       map[string][]string `yaml:"suffixes"`
	Prefixes       map[string][]string `yaml:"prefixes"`
	Counters       []string            `yaml:"counters"`
	ApproxBefore   []string            `yaml:"approx_before"`
	ApproxAfter    []string            `yaml:"approx_after"`
	AtMostBefore   []string            `yaml:"at_most_before"`
	AtMostAfter    []string            `yaml:"at_most_after"`
	AtLeastBefore  []string            `yaml:"at_least_before"`
	AtLeastAfter   []string            `yaml:"at_least_after"`
	Range          []string            `yaml:"range"`
	Firsts         []string            `yaml:"firsts"`
	Halves         []string            `yaml:"halves"`
	Negative       []string            `yaml:"negative"`
	NoNumbers      []string            `yaml:"no_numbers"`
	OrdinalBefore  []string            `yaml:"ordinal_before"`
	PartOf         []string            `yaml:"part_of"`
	OutOf          []string            `yaml:"out_of"`
	TenthsNot      string              `yaml:"tenths_not_before"`
	KoreanParticle string              `yaml:"korean_particles"`
}

func readUnits() unitWords {
	var f unitFile
	load("units.yaml", &f)
	set := func(list []string) *words[bool] { return listed(map[bool][]string{true: list}) }
	return unitWords{
		suffixes: listed(f.Suffixes), prefixes: listed(f.Prefixes), counters: set(f.Counters),
		approxBefore: set(f.ApproxBefore), approxAfter: set(f.ApproxAfter),
		firsts: set(f.Firsts), halves: set(f.Halves), negative: set(f.Negative), ordinal: set(f.OrdinalBefore),
		rangeMarks:      set(f.Range),
		noNumbers:       set(f.NoNumbers),
		boundBefore:     listed(map[Bound][]string{AtMost: f.AtMostBefore, AtLeast: f.AtLeastBefore}),
		boundAfter:      listed(map[Bound][]string{AtMost: f.AtMostAfter, AtLeast: f.AtLeastAfter}),
		tenthsNotBefore: f.TenthsNot, particles: f.KoreanParticle,
		partOf: f.PartOf, outOf: f.OutOf,
	}
}

// unit reads the unit or counter after the numeral that ends at n.NumEnd, and
// moves n.End behind it.
func (n *Number) unit(t []rune) {
	j := space(t, n.NumEnd)
	if j+1 < len(t) && t[j] == '-' && latin(t[j+1]) {
		if u, _, ok := units.suffixes.at(t, j+1); ok && (len(u) == 3 && latin(t[j-1]) || u == "%" || u == "year" || u == "month") {
			j++ // an 11-billion-dollar package, a 2-percent-of-GDP target, a two-year halt
		}
	}
	if u, end, ok := units.suffixes.at(t, j); ok && !(u == "tenths" && tenthsBlocked(t, end)) && !(n.Ordinal && u != "year") {
		n.End = end
		n.Unit = u
		if u == "tenths" {
			n.Unit, n.Value = "%", round(n.Value*10)
			n.hundredths(t)
		}
		n.andHalf(t)
		n.moreMoney(t)
		return
	}
	if _, end, ok := units.counters.at(t, j); ok {
		n.Counter, n.End = string(t[j:end]), end
	}
}

// hundredths reads the digit behind tenths: 六成七 is 67 %. It must end there, for
// in 三成五个 it would begin another number.
func (n *Number) hundredths(t []rune) {
	if n.End >= len(t) {
		return
	}
	d, ok := digitOf(t[n.End])
	end := n.End + 1
	if digit(t[n.End]) {
		d, ok = float64(t[n.End]-'0'), true
	}
	if !ok || d == 0 {
		return
	}
	if end < len(t) && t[end] == '分' {
		end++
	} else if end < len(t) && !strings.ContainsRune(" ,.;:。、)”」至到的之以左", t[end]) {
		return
	}
	n.Value, n.End = round(n.Value+float64(d)), end
}

// andHalf reads the half behind a length of time: 两年半, 1年半, 2년 반.
func (n *Number) andHalf(t []rune) {
	if n.Unit != "year" && n.Unit != "month" || n.End >= len(t) || n.Value > 100 {
		return
	}
	j := n.End
	if t[j] == ' ' && j+1 < len(t) {
		j++
	}
	next := ' '
	if j+1 < len(t) {
		next = t[j+1]
	}
	if t[j] == '半' && j == n.End && next != '导' && next != '岛' && next != '数' && next != '分' && next != 'ば' || t[j] == '반' && !hangul(next) {
		n.Value, n.End = n.Value+0.5, j+1
	}
}

// moreMoney reads the second half of an amount: 3元5角 is left at 3元, but the
// "Australian" of a currency's full name may stand before it: "AUD 5 dollars".
func (n *Number) moreMoney(t []rune) {
	if u, start, ok := units.prefixes.before(t, spaceBack(t, n.Start)); ok && u == n.Unit {
		n.Start = start
	}
}

func tenthsBlocked(t []rune, end int) bool {
	return end < len(t) && strings.ContainsRune(units.tenthsNotBefore, t[end])
}

// money takes in a currency sign before the number.
func (n *Number) money(t []rune) {
	u, start, ok := units.prefixes.before(t, spaceBack(t, n.Start))
	if ok && (n.Unit == "" || n.Unit == "CNY" && t[n.End-1] == '元') && n.Counter == "" && !n.Ordinal {
		n.Unit, n.Start = u, start
	}
}

// hedges reads what stands around the number: about, more than, 左右, 以下.
func (n *Number) hedges(t []rune) {
	before := spaceBack(t, n.Start)
	if _, start, ok := units.approxBefore.before(t, before); ok {
		n.Approx = true
		before = spaceBack(t, start)
	}
	if b, start, ok := units.boundBefore.before(t, before); ok && !n.during(t, start) {
		n.Bound = b
	}
	after := space(t, n.End)
	if _, end, ok := units.approxAfter.at(t, after); ok {
		n.Approx = true
		after = space(t, end)
	}
	if b, _, ok := units.boundAfter.at(t, after); ok {
		n.Bound = b
	}
}

// during reports whether the word at t[i] says how long, not more or less than:
// over five years.
func (n *Number) during(t []rune, i int) bool {
	switch n.Unit {
	case "year", "month", "week", "day", "hour":
		return lower(t[i]) == 'o' || lower(t[i]) == 'w'
	}
	return false
}
