package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/report"
)

// How much of each list a reader of a paper is given; the rest is counted.
const (
	mostEntries    = 36
	mostHappenings = 40
	mostLinks      = 16
	mostLoops      = 8
	mostContrasts  = 10
	drawnLinks     = 16
)

func (w *writer) summary() {
	w.head(1, "summary")
	w.text("summary.lead", len(w.Documents), len(w.Works), len(w.Statements), len(w.Map.Links), len(w.Map.Concepts), len(w.Map.Disagreements))
	var points [][]Run
	if e := highest(w.Ledger); e != nil {
		points = append(points, []Run{{Text: w.say("summary.ask", w.actors(e.Addressee), w.amount(e), w.actors(e.Speaker), e.Date)}, w.cite(e.Doc, e.Section, e.Paragraph)})
	}
	if len(w.Map.Links) > 0 {
		l := &w.Map.Links[0]
		runs := plain(w.say("summary.link", w.concept(l.Cause), w.concept(l.Effect), w.sign(l.Sign), l.Belief, len(l.Works)))
		points = append(points, append(runs, w.evidence(l.Statements)...))
	}
	if len(w.Map.Disagreements) > 0 {
		points = append(points, plain(w.say("summary.disagree", w.about(&w.Map.Disagreements[0]))))
	}
	for i := range w.Questions {
		if p := w.headline(&w.Questions[i]); p != "" {
			points = append(points, plain(p))
		}
	}
	w.add(List{points})
}

// highest is the dated demand of the greatest share of GDP that was made of
// the state most asked, or of a group it is in.
func highest(entries []assemble.Entry) *assemble.Entry {
	var best *assemble.Entry
	state := mostAsked(entries)
	for i := range entries {
		e := &entries[i]
		if e.Stance == "demand" && e.Unit == "%GDP" && e.Value != nil && e.Date != "" && concerns(e.Addressee, state) && (best == nil || *e.Value > *best.Value) {
			best = e
		}
	}
	return best
}

// worthTelling is the share of runs below which an answer is not in a summary.
const worthTelling = 0.4

// headline is the answer of the whole map that most runs agree on.
func (w *writer) headline(q *Question) string {
	var best *report.Asked
	for i := range q.Asked {
		if a := &q.Asked[i]; a.Voice == q.Whole && a.Reached && a.Direction != "none" && a.Agree >= worthTelling && (best == nil || a.Agree > best.Agree) {
			best = a
		}
	}
	if best == nil {
		return ""
	}
	return w.say("summary.answer", w.concept(q.Raise), w.change(q.Share), year(q.From), w.concept(entente.ConceptID(best.Outcome)),
		w.word("dir", best.Direction), year(q.By), w.percent("%.0f", best.Agree), w.percent("%+.1f", best.Size))
}

// percent writes a share; Chinese has no space before the sign.
func (w *writer) percent(format string, v float64) string {
	if w.lang == entente.Chinese {
		return fmt.Sprintf(format+"%%", 100*v)
	}
	return fmt.Sprintf(format+" %%", 100*v)
}

// change writes "rises by 20 %".
func (w *writer) change(v float64) string {
	if v < 0 {
		return w.say("falls.by", w.percent("%.0f", -v))
	}
	return w.say("rises.by", w.percent("%.0f", v))
}

func year(v float64) string { return fmt.Sprintf("%g", v) }

func (w *writer) sign(s entente.Sign) string {
	if s < 0 {
		return w.say("lowers")
	}
	return w.say("raises")
}

// evidence cites statements, each place once, at most four.
func (w *writer) evidence(ids []entente.StatementID) []Run {
	var out []Run
	seen := map[int]bool{}
	for _, id := range ids {
		s := w.sentence[id]
		if s == nil || len(out) == 4 {
			continue
		}
		if r := w.citeStatement(s); !seen[r.Cite] {
			seen[r.Cite] = true
			out = append(out, r)
		}
	}
	return out
}

func (w *writer) ledger() {
	w.head(1, "ledger")
	all := slices.DeleteFunc(slices.Clone(w.Ledger), func(e assemble.Entry) bool {
		return e.Date == "" || e.Value == nil || e.Unit == "count" || e.Unit == "" || !slices.Contains([]string{"demand", "commit", "propose", "refuse"}, e.Stance)
	})
	shown := telling(all, mostEntries, func(e *assemble.Entry) (int, string) {
		weight := 2 * e.Works
		if e.Unit == "%GDP" || e.Stance == "demand" {
			weight++
		}
		return weight, e.Date
	})
	w.text("ledger.lead", len(shown), len(w.Ledger))
	t := Table{Widths: []int{13, 13, 9, 11, 14, 32, 8}, Right: []bool{false, false, false, false, true, false, true}}
	t.Head = w.columns("date", "who", "stance", "whom", "amount", "sentence", "works")
	for i := range shown {
		e := &shown[i]
		t.Rows = append(t.Rows, [][]Run{plain(e.Date), plain(w.actors(e.Speaker)), plain(w.word("stance", e.Stance)), plain(w.actors(e.Addressee)),
			bold(w.amount(e)), {{Text: cut(e.Quote, 150)}, w.cite(e.Doc, e.Section, e.Paragraph)}, plain(fmt.Sprint(e.Works))})
	}
	w.add(t)
	w.rest(len(all) - len(shown))
	w.amounts()
	w.deeds()
}

// telling keeps the n items of most weight, by date.
func telling[T any](list []T, n int, of func(*T) (weight int, date string)) []T {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b T) int {
		x, _ := of(&a)
		y, _ := of(&b)
		return cmp.Compare(y, x)
	})
	out = out[:min(n, len(out))]
	slices.SortStableFunc(out, func(a, b T) int {
		_, x := of(&a)
		_, y := of(&b)
		return cmp.Compare(x, y)
	})
	return out
}

func (w *writer) columns(keys ...string) []string {
	for i, k := range keys {
		keys[i] = w.say("col." + k)
	}
	return keys
}

// rest says how many rows were left out.
func (w *writer) rest(n int) {
	if n > 0 {
		w.text("more", n)
	}
}

func (w *writer) timeline() {
	w.head(1, "timeline")
	var list []assemble.Happening
	works := 2
	for ; works > 0 && len(list) < 5; works-- {
		list = slices.DeleteFunc(slices.Clone(w.Timeline), func(h assemble.Happening) bool { return h.Works < works })
	}
	shown := telling(list, mostHappenings, func(h *assemble.Happening) (int, string) { return h.Works, h.Date })
	w.text("timeline.lead", works+1, len(shown), len(w.Timeline))
	t := Table{Head: w.columns("date", "what", "actors", "sentence", "works"), Widths: []int{13, 11, 22, 46, 8}, Right: []bool{false, false, false, false, true}}
	for i := range shown {
		h := &shown[i]
		t.Rows = append(t.Rows, [][]Run{plain(h.Date), plain(w.word("action", h.Action)), plain(w.actors(h.Actors)),
			{{Text: cut(h.Quote, 170)}, w.cite(h.Doc, h.Section, h.Paragraph)}, plain(fmt.Sprint(h.Works))})
	}
	w.add(t)
	w.rest(len(list) - len(shown))
}

func (w *writer) causes() {
	w.head(1, "causes")
	w.text("causes.lead", len(w.Map.Links))
	links := w.Map.Links[:min(mostLinks, len(w.Map.Links))]
	if len(links) > 0 {
		w.add(w.drawMap(w.Map.Links[:min(drawnLinks, len(w.Map.Links))]))
	}
	t := Table{Head: w.columns("cause", "sign", "effect", "belief", "works", "sentence"), Widths: []int{18, 8, 18, 9, 9, 38}, Right: []bool{false, false, false, true, true, false}}
	for i := range links {
		l := &links[i]
		var quote []Run
		for _, id := range l.Statements {
			if s := w.sentence[id]; s != nil {
				quote = append([]Run{{Text: "“" + cut(s.Quote, 150) + "”"}}, w.evidence(l.Statements)...)
				break
			}
		}
		t.Rows = append(t.Rows, [][]Run{plain(w.concept(l.Cause)), plain(w.sign(l.Sign)), plain(w.concept(l.Effect)),
			plain(fmt.Sprintf("%.2f", l.Belief)), plain(fmt.Sprint(len(l.Works))), quote})
	}
	w.add(t)
	w.rest(len(w.Map.Links) - len(links))
	w.loops()
}

func (w *writer) loops() {
	w.head(2, "causes.loops")
	if len(w.Loops.Loops) == 0 {
		w.text("causes.noloops")
		return
	}
	w.text("causes.loops.lead")
	t := Table{Head: w.columns("loop", "kind", "held", "breaks"), Widths: []int{52, 12, 24, 12}, Right: []bool{false, false, false, true}}
	for i := range w.Loops.Loops[:min(mostLoops, len(w.Loops.Loops))] {
		l := &w.Loops.Loops[i]
		var names []string
		for _, c := range l.Concepts {
			names = append(names, w.concept(c))
		}
		held := strings.Join(l.HeldBy, "; ")
		if l.Stitched {
			held = w.say("stitched")
		}
		t.Rows = append(t.Rows, [][]Run{plain(strings.Join(append(names, names[0]), " → ")), plain(w.word("loop", l.Sign.String())), plain(held), plain(fmt.Sprint(l.Breaks))})
	}
	w.add(t)
	w.rest(len(w.Loops.Loops) - len(t.Rows))
}

func (w *writer) disagreements() {
	w.head(1, "disagreements")
	if len(w.Map.Disagreements) == 0 {
		w.text("disagreements.none")
		return
	}
	w.text("disagreements.lead")
	t := Table{Head: w.columns("about", "one", "other"), Widths: []int{22, 39, 39}}
	for i := range w.Map.Disagreements[:min(mostContrasts, len(w.Map.Disagreements))] {
		d := &w.Map.Disagreements[i]
		t.Rows = append(t.Rows, [][]Run{bold(w.about(d)), w.firstQuote(d.For), w.firstQuote(d.Contra)})
	}
	w.add(t)
	w.rest(len(w.Map.Disagreements) - len(t.Rows))
}

func (w *writer) about(d *entente.Disagreement) string {
	if d.Kind == "opposite" {
		return w.say("disagree.opposite", w.concept(d.Cause), w.concept(d.Effect), w.concept(d.Other))
	}
	return w.say("disagree."+d.Kind, w.concept(d.Cause), w.concept(d.Effect))
}

func (w *writer) firstQuote(ids []entente.StatementID) []Run {
	for _, id := range ids {
		if s := w.sentence[id]; s != nil {
			return w.quote(s)
		}
	}
	return nil
}

func (w *writer) answers() {
	w.head(1, "answers")
	w.text("answers.lead")
	if len(w.Questions) == 0 {
		w.text("answers.none")
	}
	for i := range w.Questions {
		w.answer(&w.Questions[i], i)
	}
}

func (w *writer) answer(q *Question, n int) {
	w.add(Heading{Level: 2, ID: fmt.Sprint("answer", n+1), Text: w.say("answers.question", w.concept(q.Raise), w.change(q.Share), year(q.From), year(q.By))})
	t := Table{Head: w.columns("outcome", "voice", "goes", "size", "agree", "hangs"), Widths: []int{19, 18, 9, 9, 13, 32}, Right: []bool{false, false, false, true, true, false}}
	last := ""
	for i := range q.Asked {
		a := &q.Asked[i]
		if !a.Reached {
			continue
		}
		name := plain(w.concept(entente.ConceptID(a.Outcome)))
		if a.Outcome == last {
			name = nil
		}
		last = a.Outcome
		t.Rows = append(t.Rows, [][]Run{name, w.voice(q, a), plain(w.word("dir", a.Direction)), plain(w.percent("%+.1f", a.Size)), plain(w.percent("%.0f", a.Agree)), w.hangs(a)})
	}
	w.add(t, Text{[]Run{{Text: w.say("answers.runs", q.Members, q.Seed), Soft: true}}})
}

func (w *writer) voice(q *Question, a *report.Asked) []Run {
	if a.Voice == q.Whole {
		return bold(w.say("whole"))
	}
	return plain(cut(a.Voice, 60))
}

// hangs writes the links an answer hangs on, each with its source.
func (w *writer) hangs(a *report.Asked) []Run {
	var out []Run
	for i, b := range a.Links {
		if i > 0 {
			out = append(out, Run{Text: w.say("semicolon")})
		}
		cause, effect, sign := ends(b.Link)
		out = append(out, Run{Text: w.concept(cause) + " " + w.sign(sign) + " " + w.concept(effect)})
		if b.Sentence != nil {
			out = append(out, w.citeStatement(b.Sentence))
		}
	}
	return out
}

// ends takes a link's ID apart.
func ends(id entente.LinkID) (cause, effect entente.ConceptID, sign entente.Sign) {
	f := strings.Fields(string(id))
	if len(f) != 3 {
		return entente.ConceptID(id), "", entente.Plus
	}
	sign = entente.Plus
	if f[1] == "-" {
		sign = entente.Minus
	}
	return entente.ConceptID(f[0]), entente.ConceptID(f[2]), sign
}

func (w *writer) method() {
	w.head(1, "method")
	w.add(List{[][]Run{plain(w.say("method.1")), plain(w.say("method.2", w.Reviews)), plain(w.say("method.3"))}})
	w.head(2, "works.list")
	var items [][]Run
	for i := range w.Works {
		work := &w.Works[i]
		name := cmp.Or(strings.Join(strings.Fields(work.Title), " "), work.Versions[0].Name)
		text := w.say("quoted", name)
		if len(work.Authors) > 0 {
			text = strings.Join(work.Authors, w.say("and")) + w.say("comma") + text
		}
		if len(work.Versions) > 1 {
			text += w.say("comma") + w.say("work.versions", len(work.Versions))
		}
		items = append(items, plain(text))
	}
	w.add(List{items})
}
