package mdl

import (
	"fmt"
	"strings"
)

// A left is the left side of a definition, and how its right side is meant.
type left struct {
	name    string
	subs    []string
	except  [][]string
	data    string // the keyword of a data variable: interpolate, raw, …
	op      string // =, ==, :=, (, :, <->, or "" where nothing follows
	right   string
	ignored bool // a reality check
}

var dataKeywords = map[string]string{
	"INTERPOLATE": "continuous", "HOLD BACKWARD": "discrete", "LOOK FORWARD": "forward", "RAW": "raw",
}

// splitLeft reads the left side of a definition.
func splitLeft(eqn string) (left, error) {
	c := &cursor{src: eqn}
	var l left
	l.name = c.name()
	if l.name == "" {
		return l, fmt.Errorf("%q does not begin with a name", start(eqn))
	}
	if strings.HasPrefix(c.rest(), "[") {
		l.subs = c.brackets()
	}
	for {
		word := c.keyword()
		switch {
		case word == "":
			return l, c.operator(&l)
		case word == "EXCEPT":
			for strings.HasPrefix(c.rest(), "[") {
				l.except = append(l.except, c.brackets())
				c.skip(",")
			}
		case dataKeywords[word] != "":
			l.data = dataKeywords[word]
		case word == "TEST INPUT" || word == "THE CONDITION":
			l.ignored = true
			return l, nil
		default:
			return l, fmt.Errorf("the keyword :%s: of %q: we do not have it", word, l.name)
		}
	}
}

func start(s string) string {
	if len(s) > 30 {
		return s[:30]
	}
	return s
}

// A cursor moves over a left side.
type cursor struct {
	src string
	pos int
}

// rest is what follows, white space skipped.
func (c *cursor) rest() string {
	for c.pos < len(c.src) && strings.IndexByte(" \t\r\n", c.src[c.pos]) >= 0 {
		c.pos++
	}
	return c.src[c.pos:]
}

func (c *cursor) skip(s string) bool {
	if strings.HasPrefix(c.rest(), s) {
		c.pos += len(s)
		return true
	}
	return false
}

// name is what stands before [ ( = : or <, or a quoted name.
func (c *cursor) name() string {
	rest := c.rest()
	if strings.HasPrefix(rest, `"`) {
		for i := 1; i < len(rest); i++ {
			if rest[i] == '"' && rest[i-1] != '\\' {
				c.pos += i + 1
				return strings.ReplaceAll(rest[1:i], `\"`, `"`)
			}
		}
		return ""
	}
	end := strings.IndexAny(rest, "[(=:<")
	if end < 0 {
		end = len(rest)
	}
	c.pos += end
	return strings.Join(strings.Fields(rest[:end]), " ")
}

// brackets reads [a, b].
func (c *cursor) brackets() []string {
	rest := c.rest()
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		end = len(rest) - 1
	}
	c.pos += end + 1
	return words(rest[1:max(1, end)])
}

// words cuts at commas.
func words(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ",") {
		part = strings.Join(strings.Fields(part), " ")
		if len(part) > 1 && part[0] == '"' && part[len(part)-1] == '"' {
			part = part[1 : len(part)-1]
		}
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

// keyword reads :WORD: in capitals, "" if none follows.
func (c *cursor) keyword() string {
	rest := c.rest()
	if !strings.HasPrefix(rest, ":") {
		return ""
	}
	end := strings.IndexByte(rest[1:], ':')
	if end < 1 {
		return ""
	}
	word := strings.ToUpper(strings.Join(strings.Fields(rest[1:1+end]), " "))
	for _, r := range word {
		if (r < 'A' || r > 'Z') && r != ' ' {
			return ""
		}
	}
	if _, data := dataKeywords[word]; !data && word != "EXCEPT" && word != "TEST INPUT" && word != "THE CONDITION" && word != "SUPPLEMENTARY" {
		return ""
	}
	c.pos += end + 2
	return word
}

func (c *cursor) operator(l *left) error {
	for _, op := range []string{"<->", ":=", "==", "=", ":", "("} {
		if c.skip(op) {
			l.op, l.right = op, strings.TrimSpace(c.rest())
			if op == "(" {
				l.right = strings.TrimSpace(strings.TrimSuffix(l.right, ")"))
			}
			return nil
		}
	}
	if rest := c.rest(); rest != "" {
		return fmt.Errorf("after %q, %q has no meaning", l.name, start(rest))
	}
	return nil
}
