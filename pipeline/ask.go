package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/model/frommap"
	"github.com/ententelab/entente/sim"
)

// A Question asks what follows when one concept changes.
type Question struct {
	Raise    entente.ConceptID   `json:"raise"`
	Share    float64             `json:"share"` // 0.2 is a fifth more, -0.2 a fifth less
	From     float64             `json:"from"`  // year in which the change begins
	By       float64             `json:"by"`    // year the answer is for
	Outcomes []entente.ConceptID `json:"outcomes"`
	Belief   float64             `json:"belief,omitempty"` // links below it are left out
	Members  int                 `json:"members"`
	Seed     uint64              `json:"seed"`
}

// A Reply is the same question answered by the map of the whole corpus and by
// each author's own map.
type Reply struct {
	Question Question     `json:"question"`
	Whole    VoiceReply   `json:"whole"`
	Authors  []VoiceReply `json:"authors"`
	Partings []Parting    `json:"partings"`
	// Disagreements of the map on the way from the change to the outcomes.
	Disagreements []entente.Disagreement `json:"disagreements"`
}

// A VoiceReply is what one map answers.
type VoiceReply struct {
	Voice    string          `json:"voice"`
	Works    int             `json:"works"`
	Links    int             `json:"links"`   // of the map
	Bearing  int             `json:"bearing"` // of them, those that the change can reach
	Warnings []string        `json:"warnings,omitempty"`
	Outcomes []OutcomeAnswer `json:"outcomes"`
}

// An OutcomeAnswer is what the change does to one outcome, and the links that
// the answer hangs on. Where no chain of links leads to the outcome, Reached
// is false and there is no answer.
//
// A link drawn with a belief of a half is absent from half of the runs, and
// these leave the outcome as it is. So the direction is here the one that more
// of the runs go that move at all, Agree its share of all runs, and Size the
// median change of the runs that agree; it is "none" where hardly any move.
type OutcomeAnswer struct {
	entente.Answer
	Reached bool      `json:"reached"`
	Up      float64   `json:"up"` // share of runs
	Down    float64   `json:"down"`
	Size    float64   `json:"size"`
	HangsOn []Support `json:"hangs_on"`
}

// hardlyAny is the share of runs below which a direction is none.
const hardlyAny = 0.05

// settle sets direction, share and size from the changes of all runs.
func (o *OutcomeAnswer) settle(change []float64) {
	var up, down []float64
	for _, c := range change {
		switch {
		case c > noChange:
			up = append(up, c)
		case c < -noChange:
			down = append(down, c)
		}
	}
	n := float64(len(change))
	o.Up, o.Down = float64(len(up))/n, float64(len(down))/n
	o.Direction, o.Agree = "none", 1-o.Up-o.Down
	side := up
	if len(down) > len(up) {
		side = down
	}
	if float64(len(side)) < hardlyAny*n || len(up) == len(down) {
		return
	}
	slices.Sort(side)
	o.Direction, o.Agree, o.Size = "up", o.Up, side[len(side)/2]
	if len(down) > len(up) {
		o.Direction, o.Agree = "down", o.Down
	}
}

// noChange is the change of an index that counts as none, as in sim.Compare.
const noChange = 1e-3

// A Support is a link that an answer hangs on, with a sentence that says so.
type Support struct {
	Link     entente.LinkID     `json:"link"`
	Belief   float64            `json:"belief"`
	Sentence *entente.Statement `json:"sentence"`
}

// A Parting is an outcome on which authors come to different answers, and the
// links that only one side has.
type Parting struct {
	Outcome entente.ConceptID `json:"outcome"`
	Up      []string          `json:"up"`
	Down    []string          `json:"down"`
	Still   []string          `json:"none"` // a chain leads there, but most runs leave it as it is
	Silent  []string          `json:"silent"`
	Over    []Difference      `json:"over"`
}

// A Difference is a link that an answer hangs on and that those who answer
// otherwise do not have.
type Difference struct {
	Voice string `json:"voice"`
	Support
}

// fewLinks is the size below which a map's answer comes with a warning.
const fewLinks = 5

// Ask puts a question to the map of a corpus and to that of each voice in it
// whose name voices accepts. Outcomes that the question leaves open are those
// readers ask about first, of what the change can reach.
func Ask(ctx context.Context, c assemble.Corpus, q Question, title frommap.Title, voices func(name string) bool) (*Reply, error) {
	a := asker{Question: q, title: title, statements: map[entente.StatementID]*entente.Statement{}}
	for i := range c.Statements {
		a.statements[c.Statements[i].ID] = &c.Statements[i]
	}
	whole := assemble.Believed(assemble.Map(c), q.Belief)
	if err := a.check(whole); err != nil {
		return nil, err
	}
	r := &Reply{Authors: []VoiceReply{}, Partings: []Parting{}}
	var err error
	if r.Whole, err = a.reply(ctx, "all works together", len(c.Works), whole); err != nil {
		return nil, err
	}
	for _, v := range c.Voices() {
		if !voices(v.Name) {
			continue
		}
		one, err := a.reply(ctx, v.Name, len(v.Works), assemble.Believed(assemble.Map(c.Of(v)), q.Belief))
		if err != nil {
			return nil, err
		}
		r.Authors = append(r.Authors, one)
	}
	r.Question = a.Question
	r.Partings = partings(r.Authors, a.Outcomes)
	r.Disagreements = a.onTheWay(whole)
	return r, nil
}

// onTheWay keeps the map's disagreements over what the change does to one of
// the outcomes, directly or over a chain.
func (a *asker) onTheWay(whole entente.Map) []entente.Disagreement {
	moved := frommap.Downstream(whole, a.Raise).Concepts
	return slices.DeleteFunc(slices.Clone(whole.Disagreements), func(d entente.Disagreement) bool {
		return !slices.Contains(moved, d.Cause) || !slices.Contains(a.Outcomes, d.Effect) && !slices.Contains(a.Outcomes, d.Other)
	})
}

type asker struct {
	Question
	title      frommap.Title
	statements map[entente.StatementID]*entente.Statement
}

// check completes the outcomes and refuses what the map cannot be asked.
func (a *asker) check(whole entente.Map) error {
	for _, c := range append([]entente.ConceptID{a.Raise}, a.Outcomes...) {
		if !slices.Contains(whole.Concepts, c) {
			return &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the map has no concept %q", c), Hint: "it has: " + joinConcepts(whole.Concepts)}
		}
	}
	clock := frommap.Model("", entente.Map{}, a.title).Time
	if a.From < clock.Start || a.By > clock.Stop || a.From >= a.By {
		return &entente.Error{Kind: entente.Usage, Msg: fmt.Sprintf("the model runs from %g to %g; a change from %g on cannot be answered for %g", clock.Start, clock.Stop, a.From, a.By)}
	}
	if len(a.Outcomes) > 0 {
		return nil
	}
	for _, v := range frommap.Model("", frommap.Downstream(whole, a.Raise), a.title).Questions {
		if c := entente.ConceptID(v); c != a.Raise {
			a.Outcomes = append(a.Outcomes, c)
		}
	}
	if len(a.Outcomes) == 0 {
		return &entente.Error{Kind: entente.Finding, Msg: fmt.Sprintf("no link of the map leads on from %s: it is only an effect there", a.Raise)}
	}
	return nil
}

func joinConcepts(list []entente.ConceptID) string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = string(c)
	}
	return strings.Join(out, ", ")
}

// reply answers from one map.
func (a *asker) reply(ctx context.Context, voice string, works int, m entente.Map) (VoiceReply, error) {
	part := frommap.Downstream(m, a.Raise)
	r := VoiceReply{Voice: voice, Works: works, Links: len(m.Links), Bearing: len(part.Links), Outcomes: []OutcomeAnswer{}}
	var reached []entente.VariableName
	for _, o := range a.Outcomes {
		if len(part.Links) > 0 && slices.Contains(part.Concepts, o) {
			reached = append(reached, entente.VariableName(o))
		}
	}
	answers, model, err := a.simulate(ctx, part, reached)
	if err != nil {
		return r, err
	}
	for _, o := range a.Outcomes {
		out := OutcomeAnswer{HangsOn: []Support{}}
		out.Variable, out.At = entente.VariableName(o), a.By
		if i := slices.Index(reached, out.Variable); i >= 0 {
			out = answers[i]
			out.HangsOn = a.supports(out.Answer.HangsOn, model, part)
		}
		r.Outcomes = append(r.Outcomes, out)
	}
	r.Warnings = a.warnings(&r)
	return r, nil
}

// simulate compares the push with the base run of a map's model.
func (a *asker) simulate(ctx context.Context, part entente.Map, outcomes []entente.VariableName) ([]OutcomeAnswer, *entente.Model, error) {
	if len(part.Links) == 0 || len(outcomes) == 0 {
		return nil, nil, nil
	}
	m := frommap.Model("ask", part, a.title)
	prog, err := sim.Compile(m)
	if err != nil {
		return nil, nil, err
	}
	keep := sim.Options{Variables: outcomes}
	was, err := prog.Ensemble(ctx, entente.Scenario{}, a.Members, a.Seed, keep)
	if err != nil {
		return nil, nil, err
	}
	is, err := prog.Ensemble(ctx, frommap.PushFrom(a.Raise, a.Share, a.From, a.title), a.Members, a.Seed, keep)
	if err != nil {
		return nil, nil, err
	}
	answers := make([]OutcomeAnswer, len(outcomes))
	for i, v := range outcomes {
		o := &answers[i]
		if o.Answer, err = sim.Compare(was, is, v, a.By); err != nil {
			return nil, nil, err
		}
		o.Reached = true
		change := slices.Clone(is.At(v, a.By))
		for k, w := range was.At(v, a.By) {
			change[k] -= w
		}
		o.settle(change)
	}
	return answers, m, nil
}

// supports turns the drawn constants that an answer hangs on into links, each
// once, with the first sentence that says so.
func (a *asker) supports(drawn []string, m *entente.Model, part entente.Map) []Support {
	out := []Support{}
	for _, name := range drawn {
		for _, v := range m.Variables {
			if string(v.Name) != name || len(v.Links) == 0 {
				continue
			}
			id := v.Links[0]
			if slices.ContainsFunc(out, func(s Support) bool { return s.Link == id }) {
				continue
			}
			at := slices.IndexFunc(part.Links, func(l entente.Link) bool { return l.ID == id })
			out = append(out, Support{id, part.Links[at].Belief, a.sentence(&part.Links[at])})
		}
	}
	return out
}

func (a *asker) sentence(l *entente.Link) *entente.Statement {
	for _, id := range l.Statements {
		if s := a.statements[id]; s != nil {
			return s
		}
	}
	return nil
}

// warnings say how little an answer may rest on.
func (a *asker) warnings(r *VoiceReply) []string {
	var out []string
	switch {
	case r.Links == 0:
		return []string{"no link: nothing here says what causes what"}
	case r.Bearing == 0:
		return []string{fmt.Sprintf("says nothing of what %s leads to", a.Raise)}
	case r.Bearing < fewLinks:
		out = append(out, fmt.Sprintf("a small map: fewer than %d of its links bear on the question", fewLinks))
	}
	var missing []entente.ConceptID
	for _, o := range r.Outcomes {
		if !o.Reached {
			missing = append(missing, entente.ConceptID(o.Variable))
		}
	}
	if len(missing) > 0 {
		out = append(out, fmt.Sprintf("no chain of links leads from %s to %s", a.Raise, joinConcepts(missing)))
	}
	return out
}

// partings lists the outcomes on which voices that reach them differ.
func partings(voices []VoiceReply, outcomes []entente.ConceptID) []Parting {
	out := []Parting{}
	for at, outcome := range outcomes {
		p := Parting{Outcome: outcome, Up: []string{}, Down: []string{}, Still: []string{}, Silent: []string{}, Over: []Difference{}}
		for _, v := range voices {
			side := p.side(&v.Outcomes[at])
			*side = append(*side, v.Voice)
		}
		if min(len(p.Up), 1)+min(len(p.Down), 1)+min(len(p.Still), 1) < 2 {
			continue
		}
		p.Over = over(voices, at)
		out = append(out, p)
	}
	return out
}

func (p *Parting) side(o *OutcomeAnswer) *[]string {
	switch {
	case !o.Reached:
		return &p.Silent
	case o.Direction == "up":
		return &p.Up
	case o.Direction == "down":
		return &p.Down
	}
	return &p.Still
}

// over lists the links that a voice's answer hangs on and that no answer in
// another direction hangs on, the most believed first.
func over(voices []VoiceReply, at int) []Difference {
	out := []Difference{}
	for _, v := range voices {
		mine := &v.Outcomes[at]
		for _, s := range mine.HangsOn {
			shared := slices.ContainsFunc(voices, func(w VoiceReply) bool {
				other := &w.Outcomes[at]
				return other.Reached && other.Direction != mine.Direction &&
					slices.ContainsFunc(other.HangsOn, func(t Support) bool { return t.Link == s.Link })
			})
			if !shared {
				out = append(out, Difference{v.Voice, s})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Difference) int { return cmp.Compare(y.Belief, x.Belief) })
	return out
}
