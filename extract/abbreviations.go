package extract

// enShortened are English words that are cut short with a point: Gov., Nov.
var enShortened = wordsetOf(true, words("en", "shortened"))

// shortened reports whether the point at i cuts a word short and ends nothing: the
// title before a name, or the month before a day.
func shortened(text []rune, i int) bool {
	n, _ := enShortened.before(text, i, 0)
	if n == 0 || !capital(text[i-n]) {
		return false
	}
	return i+2 < len(text) && (capital(text[i+2]) || digit(text[i+2]))
}
