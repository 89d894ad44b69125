package expr

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A SyntaxError is a place in an equation that cannot be read.
type SyntaxError struct {
	Pos int // byte offset in the equation
	Msg string
}

func (e *SyntaxError) Error() string { return e.Msg }

type kind int

const (
	end kind = iota
	number
	name
	op // operators and punctuation; text is the operator
)

type token struct {
	kind   kind
	text   string
	value  float64
	pos    int
	quoted bool
}

// describe names a token in an error.
func (t token) describe() string {
	if t.kind == end {
		return "the end of the equation"
	}
	return fmt.Sprintf("%q", t.text)
}

// lex cuts an equation into tokens; the last is of kind end.
func lex(src string) ([]token, error) {
	l := &lexer{src: src}
	for {
		if err := l.space(); err != nil {
			return nil, err
		}
		if l.pos >= len(l.src) {
			l.add(token{kind: end, pos: l.pos})
			return l.tokens, nil
		}
		if err := l.next(); err != nil {
			return nil, err
		}
	}
}

type lexer struct {
	src    string
	pos    int
	tokens []token
}

func (l *lexer) add(t token) { l.tokens = append(l.tokens, t) }

// space skips white space and {comments}.
func (l *lexer) space() error {
	for l.pos < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.pos:])
		switch {
		case unicode.IsSpace(r) || r == '\ufeff':
			l.pos += n
		case r == '{':
			close := strings.IndexByte(l.src[l.pos:], '}')
			if close < 0 {
				return &SyntaxError{l.pos, "a comment that opens with { is not closed"}
			}
			l.pos += close + 1
		case strings.HasPrefix(l.src[l.pos:], `\n`):
			l.pos += 2
		default:
			return nil
		}
	}
	return nil
}

func (l *lexer) next() error {
	r, _ := utf8.DecodeRuneInString(l.src[l.pos:])
	rest := l.src[l.pos:]
	switch {
	case unicode.IsDigit(r) && r < 128, r == '.' && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
		return l.number()
	case r == '"':
		return l.quoted()
	case nameRune(r) && r != '\'':
		l.name()
		return nil
	}
	for _, sym := range symbols {
		if strings.HasPrefix(rest, sym) {
			l.add(token{kind: op, text: spelling(sym), pos: l.pos})
			l.pos += len(sym)
			return nil
		}
	}
	return &SyntaxError{l.pos, fmt.Sprintf("the character %q has no meaning here", r)}
}

// symbols, longest first.
var symbols = []string{
	"<=", ">=", "<>", "!=", "==", "&&", "||", "**", "//",
	"+", "-", "*", "/", "^", "<", ">", "=", "!", "(", ")", "[", "]", ",", ";", ":", "?",
}

// spelling gives an operator's one name in the tree.
func spelling(sym string) string {
	switch sym {
	case "!=":
		return "<>"
	case "==":
		return "="
	case "&&":
		return "and"
	case "||":
		return "or"
	case "**":
		return "^"
	case "!":
		return "not"
	}
	return sym
}

func (l *lexer) number() error {
	start := l.pos
	digits := func() {
		for l.pos < len(l.src) && l.src[l.pos] >= '0' && l.src[l.pos] <= '9' {
			l.pos++
		}
	}
	digits()
	if l.pos < len(l.src) && l.src[l.pos] == '.' {
		l.pos++
		digits()
	}
	if l.pos < len(l.src) && (l.src[l.pos] == 'e' || l.src[l.pos] == 'E') {
		mark := l.pos
		l.pos++
		if l.pos < len(l.src) && (l.src[l.pos] == '+' || l.src[l.pos] == '-') {
			l.pos++
		}
		from := l.pos
		digits()
		if l.pos == from {
			l.pos = mark
		}
	}
	v, err := parseFloat(l.src[start:l.pos])
	if err != nil {
		return &SyntaxError{start, fmt.Sprintf("%q is not a number", l.src[start:l.pos])}
	}
	l.add(token{kind: number, text: l.src[start:l.pos], value: v, pos: start})
	return nil
}

func (l *lexer) quoted() error {
	start := l.pos
	var b strings.Builder
	for i := l.pos + 1; i < len(l.src); i++ {
		switch c := l.src[i]; {
		case c == '"':
			l.pos = i + 1
			l.add(token{kind: name, text: b.String(), pos: start, quoted: true})
			return nil
		case c == '\\' && i+1 < len(l.src) && (l.src[i+1] == '"' || l.src[i+1] == '\\'):
			b.WriteByte(l.src[i+1])
			i++
		default:
			b.WriteByte(c)
		}
	}
	return &SyntaxError{start, "a quoted name is not closed"}
}

func (l *lexer) name() {
	start := l.pos
	for l.pos < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.pos:])
		if !nameRune(r) {
			break
		}
		l.pos += n
	}
	text := l.src[start:l.pos]
	if low := strings.ToLower(text); keywords[low] {
		l.add(token{kind: op, text: low, pos: start})
		return
	}
	l.add(token{kind: name, text: text, pos: start})
}
