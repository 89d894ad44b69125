package mdl

import (
	"regexp"
	"strings"
)

// An entry is one definition of a file: what stands before the | that ends it.
type entry struct {
	line     int
	equation string
	unit     string
	doc      string
	group    string // the heading that it stands under
	macro    int    // index of the macro that it belongs to, -1 for none
}

// A macroHead is the line that opens a macro.
type macroHead struct {
	name   string
	params []string
}

var continuation = regexp.MustCompile(`\\[ \t]*\r?\n[ \t]*`)

// entries cuts a file into its definitions. What follows the sketch's mark is
// not part of the model.
func entries(src string) ([]entry, []macroHead) {
	for _, mark := range []string{"\\\\\\---///", "///---\\\\\\"} {
		if i := strings.Index(src, mark); i >= 0 {
			src = src[:i]
		}
	}
	s := &splitter{src: src, line: 1, macro: -1}
	for {
		from := s.line
		parts, ok := s.next()
		if !ok {
			return s.out, s.macros
		}
		s.add(parts, from)
	}
}

type splitter struct {
	src    string
	pos    int
	line   int
	out    []entry
	macros []macroHead
	macro  int
	group  string
}

// next reads up to a | and cuts at ~. Quotes and comments count only in the
// equation: a documentation may have an apostrophe or one quote.
func (s *splitter) next() (parts []string, ok bool) {
	var b strings.Builder
	quoted := false
	for ; s.pos < len(s.src); s.pos++ {
		c := s.src[s.pos]
		if c == '\n' {
			s.line++
		}
		switch {
		case len(parts) == 0 && c == '"' && !(quoted && s.src[s.pos-1] == '\\'):
			quoted = !quoted
			b.WriteByte(c)
		case quoted:
			b.WriteByte(c)
		case len(parts) == 0 && c == '{':
			s.comment()
		case c == '~':
			parts = append(parts, b.String())
			b.Reset()
		case c == '|':
			s.pos++
			return append(parts, b.String()), true
		default:
			b.WriteByte(c)
		}
	}
	return nil, false
}

// comment skips {text}.
func (s *splitter) comment() {
	for ; s.pos < len(s.src) && s.src[s.pos] != '}'; s.pos++ {
		if s.src[s.pos] == '\n' {
			s.line++
		}
	}
}

func (s *splitter) add(parts []string, line int) {
	eqn := continuation.ReplaceAllString(parts[0], " ")
	if lead := len(eqn) - len(strings.TrimLeft(eqn, " \t\r\n")); lead > 0 {
		line += strings.Count(eqn[:lead], "\n")
	}
	eqn = s.macroMarks(strings.TrimSpace(eqn))
	if strings.HasPrefix(eqn, "***") {
		for _, l := range strings.Split(eqn, "\n") {
			if l = strings.TrimSpace(l); strings.HasPrefix(l, ".") {
				s.group = l[1:]
			}
		}
		return
	}
	if eqn == "" {
		return
	}
	e := entry{line: line, equation: eqn, group: s.group, macro: s.macro}
	if len(parts) > 1 {
		e.unit = strings.TrimSpace(continuation.ReplaceAllString(parts[1], " "))
	}
	if len(parts) > 2 {
		e.doc = strings.TrimSpace(continuation.ReplaceAllString(parts[2], " "))
	}
	s.out = append(s.out, e)
}

var macroOpen = regexp.MustCompile(`(?is)^:MACRO:\s*([^(]*)\(([^)]*)\)`)

// macroMarks takes the lines that open and close macros off an equation.
func (s *splitter) macroMarks(eqn string) string {
	const close = ":END OF MACRO:"
	for {
		if len(eqn) >= len(close) && strings.EqualFold(eqn[:len(close)], close) {
			s.macro = -1
			eqn = strings.TrimSpace(eqn[len(close):])
			continue
		}
		m := macroOpen.FindStringSubmatch(eqn)
		if m == nil {
			return eqn
		}
		head := macroHead{name: strings.TrimSpace(m[1])}
		for _, p := range strings.Split(m[2], ",") {
			head.params = append(head.params, strings.TrimSpace(p))
		}
		s.macros = append(s.macros, head)
		s.macro = len(s.macros) - 1
		eqn = strings.TrimSpace(eqn[len(m[0]):])
	}
}
