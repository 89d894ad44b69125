package score

import (
	"cmp"
	"math"
	"slices"

	"github.com/ententelab/entente"
)

// A Row is how well one kind was read in one document at one level of
// agreement.
type Row struct {
	Kind      entente.Kind `json:"kind"`
	Doc       string       `json:"doc"` // file name, or a language, or "all"
	Level     string       `json:"level"`
	Gold      int          `json:"gold"`
	Found     int          `json:"found"` // statements that count: what an optional record covers does not
	Hits      int          `json:"hits"`
	Precision float64      `json:"precision"`
	Recall    float64      `json:"recall"`
	F1        float64      `json:"f1"`
}

// An Error is a gold record that was not found (Statement nil), or a statement
// that is not in the gold (Record nil), at the strictest level of its kind.
type Error struct {
	Kind      entente.Kind
	Doc       string
	Record    *Record
	Statement *entente.Statement
}

// A Report is the outcome of one comparison.
type Report struct {
	Rows   []Row
	Errors []Error
	// Rules counts, per rule, the statements that count and those that agree at
	// the strictest level, of claims at that of the spans: the rule's precision.
	Rules map[entente.RuleID][2]int
}

// Compare scores statements. lang tells the language of a file, for the rows
// per language.
func Compare(g *Gold, sts []entente.Statement, lang func(file string) entente.Lang) *Report {
	rep := &Report{Rules: map[entente.RuleID][2]int{}}
	byDoc := map[string][]*entente.Statement{}
	for i := range sts {
		if doc, ok := g.doc(sts[i].DocName); ok {
			byDoc[doc] = append(byDoc[doc], &sts[i])
		}
	}
	for _, kind := range entente.Kinds {
		for l, lv := range levels[kind] {
			rules := l == len(levels[kind])-1
			if kind == entente.KindClaim {
				rules = lv.name == "tight" // which concepts is not the rule's doing
			}
			sums := map[string]*Row{}
			for _, doc := range g.docs() {
				info := g.Docs[doc]
				if !info.has(kind) {
					continue
				}
				c := comparison{kind: kind, info: info, records: g.of(kind, doc), ok: lv.ok, loose: levels[kind][0].ok, strict: lv.name == "strict"}
				for _, s := range byDoc[doc] {
					if s.Kind == kind {
						c.statements = append(c.statements, s)
					}
				}
				row := c.match()
				row.Kind, row.Level = kind, lv.name
				if rules {
					rep.add(&c, info.File)
				}
				for _, name := range []string{info.File, string(lang(info.File)), "all"} {
					sum := sums[name]
					if sum == nil {
						sum = &Row{Kind: kind, Doc: name, Level: lv.name}
						sums[name] = sum
					}
					sum.Gold, sum.Found, sum.Hits = sum.Gold+row.Gold, sum.Found+row.Found, sum.Hits+row.Hits
				}
			}
			for _, name := range keys(sums) {
				rep.Rows = append(rep.Rows, sums[name].rates())
			}
		}
	}
	return rep
}

// Merge adds up reports on several gold sets.
func Merge(reports ...*Report) *Report {
	out := &Report{Rules: map[entente.RuleID][2]int{}}
	at := map[[3]string]int{}
	for _, r := range reports {
		for _, row := range r.Rows {
			key := [3]string{string(row.Kind), row.Level, row.Doc}
			i, known := at[key]
			if !known {
				i = len(out.Rows)
				at[key] = i
				out.Rows = append(out.Rows, Row{Kind: row.Kind, Level: row.Level, Doc: row.Doc})
			}
			sum := &out.Rows[i]
			sum.Gold, sum.Found, sum.Hits = sum.Gold+row.Gold, sum.Found+row.Found, sum.Hits+row.Hits
			*sum = sum.rates()
		}
		for rule, n := range r.Rules {
			sum := out.Rules[rule]
			out.Rules[rule] = [2]int{sum[0] + n[0], sum[1] + n[1]}
		}
		out.Errors = append(out.Errors, r.Errors...)
	}
	return out
}

func (g *Gold) docs() []string { return keys(g.Docs) }

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (r Row) rates() Row {
	r.Precision, r.Recall = share(r.Hits, r.Found, r.Gold), share(r.Hits, r.Gold, r.Found)
	if r.Precision+r.Recall > 0 {
		r.F1 = 2 * r.Precision * r.Recall / (r.Precision + r.Recall)
	}
	return r
}

func share(hits, of, other int) float64 {
	if of > 0 {
		return float64(hits) / float64(of)
	}
	if other == 0 {
		return 1
	}
	return 0
}

// add keeps what went wrong, and counts the rules.
func (rep *Report) add(c *comparison, file string) {
	for j, s := range c.statements {
		if c.ignored[j] {
			continue
		}
		n := rep.Rules[s.Rule]
		n[0]++
		if c.hitStatement[j] {
			n[1]++
		} else {
			rep.Errors = append(rep.Errors, Error{Kind: c.kind, Doc: file, Statement: s})
		}
		rep.Rules[s.Rule] = n
	}
	for i := range c.records {
		if !c.hitRecord[i] && !c.optional(i) {
			rep.Errors = append(rep.Errors, Error{Kind: c.kind, Doc: file, Record: &c.records[i]})
		}
	}
}

// A comparison matches the statements of one kind in one document with its
// gold records, one to one.
type comparison struct {
	kind       entente.Kind
	info       DocInfo
	records    []Record
	statements []*entente.Statement
	ok, loose  rule
	strict     bool

	hitRecord    map[int]bool
	hitStatement map[int]bool
	ignored      map[int]bool
}

// strictKinds are the institutions whose kind is scored.
var strictKinds = []string{"alliance", "minilateral", "forum", "agreement", "program"}

func (c *comparison) optional(i int) bool {
	r := &c.records[i]
	return r.Optional || c.kind == entente.KindInstitution && c.strict && !slices.Contains(strictKinds, r.InstKind)
}

type candidate struct {
	rank float64
	i, j int
}

func (c *comparison) match() Row {
	c.hitRecord, c.hitStatement, c.ignored = map[int]bool{}, map[int]bool{}, map[int]bool{}
	var cands []candidate
	for i := range c.records {
		if c.optional(i) {
			continue
		}
		for j, s := range c.statements {
			if c.counts(s) && c.ok(&c.records[i], s) {
				cands = append(cands, candidate{math.Round(100*c.rank(&c.records[i], s)) / 100, i, j})
			}
		}
	}
	slices.SortFunc(cands, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, x := range cands {
		if !c.hitRecord[x.i] && !c.hitStatement[x.j] {
			c.hitRecord[x.i], c.hitStatement[x.j] = true, true
		}
	}
	c.ignore()
	row := Row{Hits: len(c.hitRecord), Found: len(c.statements) - len(c.ignored)}
	for i := range c.records {
		if !c.optional(i) {
			row.Gold++
		}
	}
	return row
}

// counts leaves out figures that only number, rank vaguely or count states.
func (c *comparison) counts(s *entente.Statement) bool {
	return c.kind != entente.KindFigure || s.Figure.Class == "" || s.Figure.Class == "substantive"
}

// rank prefers the best agreement of spans.
func (c *comparison) rank(g *Record, s *entente.Statement) float64 {
	switch c.kind {
	case entente.KindClaim:
		return ofUnion(g.cause(), at(s.Claim.Cause)) + ofUnion(g.effect(), at(s.Claim.Effect))
	case entente.KindInstitution:
		return ofUnion(span{g.NameStart, g.NameEnd}, at(s.Institution.Name))
	case entente.KindNote:
		return 1 - math.Abs(float64(g.Anchor-s.Note.Anchor))/10
	}
	m, _ := mentions(g, s)
	return ofUnion(g.quote(), at(s.Span)) + m
}

// ignore marks the statements that are neither right nor wrong: those an
// optional record covers, figures that do not count, the author's own positions
// where they were not annotated, and further mentions of an institution.
func (c *comparison) ignore() {
	names := map[string]bool{}
	for j := range c.hitStatement {
		names[c.name(j)] = true
	}
	for i := range c.hitRecord {
		names[plain(c.records[i].Name)], names[plain(c.records[i].NameEn)] = true, true
	}
	for j, s := range c.statements {
		if c.hitStatement[j] {
			continue
		}
		switch {
		case c.covered(s), !c.counts(s):
			c.ignored[j] = true
		case c.kind == entente.KindPosition && !c.info.AuthorPositions && len(s.Position.Speaker) == 1 && s.Position.Speaker[0] == "author":
			c.ignored[j] = true
		case c.kind == entente.KindInstitution:
			if names[c.name(j)] {
				c.ignored[j] = true
			}
			names[c.name(j)] = true
		}
	}
}

func (c *comparison) name(j int) string {
	if c.kind != entente.KindInstitution {
		return ""
	}
	return plain(c.statements[j].Institution.Name.Quote)
}

// covered reports whether an optional record explains a statement.
func (c *comparison) covered(s *entente.Statement) bool {
	for i := range c.records {
		r := &c.records[i]
		if !c.optional(i) {
			continue
		}
		if c.kind == entente.KindFigure {
			m, both := mentions(r, s)
			if sameQuote(r, s) && (!both || m > 0) && (r.Value == nil || s.Figure.Value == nil || sameValue(r, s.Figure.Value)) {
				return true
			}
		} else if c.loose(r, s) {
			return true
		}
	}
	return false
}
