package quantity

// english holds the number words of data/english.yaml.
var english = readEnglish()

type englishWords struct {
	cardinals, magnitudes, plurals, ordinals, fractions, multiples, denominators *words[float64]
}

func readEnglish() englishWords {
	var f map[string]map[string]float64
	load("english.yaml", &f)
	return englishWords{
		newWords(f["cardinals"]), newWords(f["magnitudes"]), newWords(f["plurals"]),
		newWords(f["ordinals"]), newWords(f["fractions"]), newWords(f["multiples"]), newWords(f["denominators"]),
	}
}

// englishNumeral reads a numeral that begins with a number word, or with digits
// before an English magnitude: "two hundred", "1.18 billion", "hundreds of billions".
func englishNumeral(t []rune, i int) (numeral, bool) {
	if v, end, ok := english.plurals.at(t, i); ok {
		return numeral{end: end, value: v, vague: true}, true
	}
	n := numeral{end: i, plain: true}
	var total, section float64
	parts, last := 0, 0.0
	for j := i; j < len(t); {
		v, end, mag, ok := englishPart(t, j, parts)
		if !ok || !mag && parts > 0 && !joins(last, v, digit(t[j]) || n.arabic && parts == 1) {
			break
		}
		switch {
		case mag && v == 100:
			section = max(section, 1) * v
		case mag:
			total += max(section, 1) * v
			section = 0
		case digit(t[j]):
			section += v
			n.arabic, n.digits = true, end-j
			_, _, n.plain = arabic(t, j)
		default:
			section += v
		}
		if mag {
			n.plain = false
		}
		parts, last, n.end = parts+1, v, end
		j = nextWord(t, end)
	}
	n.value = round(total + section)
	n.lone = parts == 1 && !n.arabic
	n.plain = n.plain && n.arabic
	return n, parts > 0
}

// englishPart reads one word or group of digits of a numeral.
func englishPart(t []rune, j, parts int) (v float64, end int, mag, ok bool) {
	if digit(t[j]) {
		if parts > 0 {
			return 0, 0, false, false
		}
		v, end, _ = arabic(t, j)
		return v, end, false, true
	}
	if v, end, ok = english.cardinals.at(t, j); ok {
		return v, end, false, true
	}
	if a := skipWord(t, skipWord(t, j, "a"), "another"); parts == 0 && a > j {
		if _, _, ok := english.magnitudes.at(t, a); ok && a+1 < len(t) && latin(t[a+1]) {
			return 1, a - 1, false, true // a billion, another billion
		}
	}
	if v, end, ok = english.magnitudes.at(t, j); !ok {
		return 0, 0, false, false
	}
	if parts == 0 {
		return 0, 0, false, false
	}
	short := end-j == 1
	return v, end, true, !short
}

// joins reports whether a number word of value v may follow one of value last
// within one numeral: "twenty five", "hundred (and) five", not "two three"; and
// neither of them in digits: "in 2025 two ships".
func joins(last, v float64, digits bool) bool {
	if digits {
		return false
	}
	return last >= 100 || last >= 20 && last < 100 && v < 10
}

// nextWord steps over a space, a hyphen or " and " to the next number word.
func nextWord(t []rune, j int) int {
	if j+5 < len(t) && t[j] == ' ' && string(t[j:j+5]) == " and " {
		return j + 5
	}
	if j < len(t) && (t[j] == ' ' || t[j] == '-') {
		return j + 1
	}
	return j
}

// englishOrdinal reads "third", "twenty-first", "21st", "two hundredth".
func englishOrdinal(t []rune, i int) (v float64, end int, ok bool) {
	if digit(t[i]) {
		v, end, _ = arabic(t, i)
		if end+2 > len(t) || end+2 < len(t) && latin(t[end+2]) {
			return 0, 0, false
		}
		switch string([]rune{lower(t[end]), lower(t[end+1])}) {
		case "st", "nd", "rd", "th":
			return v, end + 2, true
		}
		return 0, 0, false
	}
	if v, end, ok = english.ordinals.at(t, i); ok {
		return v, end, true
	}
	n, ok := englishNumeral(t, i)
	if !ok || n.arabic {
		return 0, 0, false
	}
	j := nextWord(t, n.end)
	v, end, ok = english.ordinals.at(t, j)
	if !ok || j == n.end {
		return 0, 0, false
	}
	if v >= 100 {
		return n.value * v, end, true
	}
	return n.value + v, end, true
}
