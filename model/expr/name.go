package expr

import (
	"strings"
	"unicode"
)

// Key folds a name to the form under which XMILE compares names: lower case,
// every run of white space, underscores, non-breaking spaces and written-out
// line breaks (\n) one underscore.
func Key(name string) string {
	name = strings.TrimSpace(name)
	if isKey(name) {
		return name
	}
	var b strings.Builder
	gap := false
	for i, r := range name {
		switch {
		case r == '_' || unicode.IsSpace(r) || r == '\\' && i+1 < len(name) && (name[i+1] == 'n' || name[i+1] == 'r'):
			gap = true
		case gap && i > 0 && name[i-1] == '\\' && (r == 'n' || r == 'r'):
		default:
			if gap {
				b.WriteByte('_')
				gap = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if gap {
		b.WriteByte('_')
	}
	return b.String()
}

// isKey reports whether a name is its own key, so that the common case costs
// no allocation.
func isKey(name string) bool {
	for i := range len(name) {
		c := name[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '.':
		case c == '_' && (i == 0 || name[i-1] != '_'):
		default:
			return false
		}
	}
	return true
}

// Quote writes a name as an equation must spell it: white space as underscores,
// and in double quotes if it is not a plain identifier.
func Quote(name string) string {
	spelled := strings.Join(strings.Fields(name), "_")
	if plain(spelled) && !keywords[strings.ToLower(spelled)] {
		return spelled
	}
	return `"` + strings.NewReplacer(`\n`, `\n`, `\`, `\\`, `"`, `\"`).Replace(spelled) + `"`
}

func plain(s string) bool {
	for i, r := range s {
		if !nameRune(r) || i == 0 && (unicode.IsDigit(r) || r == '.' || r == '\'') {
			return false
		}
	}
	return s != "" && !strings.HasSuffix(s, ".")
}

// nameRune reports whether a rune can stand in an unquoted name.
func nameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r) ||
		r == '_' || r == '$' || r == '.' || r == '\'' || r == '\u00a0'
}

var keywords = map[string]bool{
	"and": true, "or": true, "not": true, "mod": true, "if": true, "then": true, "else": true,
}
