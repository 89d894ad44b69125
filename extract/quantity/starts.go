package quantity

// starts is a set of first runes: most runes of a text begin neither a number
// nor a date, and are passed over by one look-up.
type starts [1024]uint64

func (s *starts) has(r rune) bool { return r > 0xFFFF || s[r>>6]&(1<<(r&63)) != 0 }

func (s *starts) add(r rune) {
	if r <= 0xFFFF {
		s[r>>6] |= 1 << (r & 63)
	}
}

// merge adds the first runes of a table, in both cases.
func (s *starts) merge(first *[1024]uint64) {
	for i, w := range first {
		s[i] |= w
	}
	for r := 'a'; r <= 'z'; r++ {
		if s.has(r) {
			s.add(r - 'a' + 'A')
		}
	}
}

func (s *starts) numerals() {
	for r := range cjkDigits {
		s.add(r)
	}
	for r := range cjkMagnitudes {
		s.add(r)
	}
	for r := '0'; r <= '9'; r++ {
		s.add(r)
	}
}

// numberStarts and dateStarts are the runes that a number or date can begin
// with.
var numberStarts, dateStarts = readStarts()

func readStarts() (numbers, dates *starts) {
	numbers, dates = new(starts), new(starts)
	numbers.numerals()
	dates.numerals()
	for r := range vulgar {
		numbers.add(r)
	}
	for _, r := range "数几成上수" {
		numbers.add(r)
	}
	for _, w := range []*words[bool]{units.firsts, units.halves, units.ordinal, units.noNumbers} {
		numbers.merge(&w.first)
	}
	e := english
	for _, w := range []*words[float64]{e.cardinals, e.plurals, e.ordinals, e.fractions, e.multiples, korean.tens, korean.ones, korean.ordinals} {
		numbers.merge(&w.first)
	}
	numbers.add('a')
	numbers.add('A')
	d := dateWords
	for _, w := range []*words[int]{d.months, d.weekdays, d.quarters, d.eras, d.centuries} {
		dates.merge(&w.first)
	}
	for _, w := range []*words[Part]{d.parts, d.yearParts, d.monthParts} {
		dates.merge(&w.first)
	}
	dates.merge(&d.relative.first)
	dates.merge(&english.cardinals.first)
	dates.merge(&d.halves.first)
	dates.merge(&d.days.first)
	dates.merge(&korean.ones.first)
	dates.merge(&monthBases.first)
	dates.merge(&d.seasons.first)
	for _, r := range "正初元유시mMyY" {
		dates.add(r)
	}
	return numbers, dates
}
