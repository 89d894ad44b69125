package assemble

import (
	"cmp"
	"math"
	"slices"

	"github.com/ententelab/entente"
)

// Version changes when the same statements may give another map.
const Version = "2"

// How much a claim of each modality says for its link: an aim is not yet an
// effect, a condition holds only in its case. Assumed, not measured.
var modalityWeight = map[string]float64{
	"asserted": 1, "predicted": 0.8, "conditional": 0.6, "intended": 0.5,
}

const hedgeWeight = 0.8

// Map joins the claims of a corpus on their concepts. Links are sorted by
// belief, strongest first.
//
// Belief is 1 − Π(1 − bᵢ) over independent works, where bᵢ is the best claim
// of work i: the reliability of the rule that found it, times the probability
// that the phrases are about these concepts, weighed by modality and hedges. A work that denies the link multiplies belief by 1 − its own weight.
func Map(c Corpus) entente.Map {
	witness, workOf := c.witnesses()
	j := joiner{links: map[entente.LinkID]*link{}, workOf: workOf}
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.Kind == entente.KindClaim && (witness[st.Doc] || reviewed(st)) {
			j.add(st)
		}
	}
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.Kind == entente.KindClaim && !witness[st.Doc] && !reviewed(st) {
			j.echo(st)
		}
	}
	return j.result()
}

// A link under construction, with the best weight of each work for and against.
type link struct {
	entente.Link
	pro, contra map[entente.WorkID]float64
	best        float64 // the greatest weight of a claim for it
}

type joiner struct {
	links      map[entente.LinkID]*link
	workOf     map[entente.DocID]*entente.Work
	ungrounded []entente.StatementID
}

// add counts a claim of a witness.
func (j *joiner) add(st *entente.Statement) {
	c := st.Claim
	if c.CauseConcept == "" || c.EffectConcept == "" || c.CauseConcept == c.EffectConcept {
		j.ungrounded = append(j.ungrounded, st.ID)
		return
	}
	id := entente.NewLinkID(c.CauseConcept, c.EffectConcept, c.Polarity)
	l := j.links[id]
	if l == nil {
		l = &link{pro: map[entente.WorkID]float64{}, contra: map[entente.WorkID]float64{}}
		l.Link = entente.Link{ID: id, Cause: c.CauseConcept, Effect: c.EffectConcept, Sign: c.Polarity}
		j.links[id] = l
	}
	work := j.work(st)
	weight := Reliability(st.Rule) * grounded(st)
	if c.Hedged {
		weight *= hedgeWeight
	}
	if c.Modality == "denied" {
		l.Denials = append(l.Denials, st.ID)
		l.contra[work.ID] = max(l.contra[work.ID], weight)
		return
	}
	weight *= modalityWeight[c.Modality]
	if weight > l.best { // the sentence that tells most comes first: it is the one that lists show
		l.best = weight
		l.Statements = slices.Insert(l.Statements, 0, st.ID)
	} else {
		l.Statements = append(l.Statements, st.ID)
	}
	l.pro[work.ID] = max(l.pro[work.ID], weight)
	l.Strength, l.Delay = cmp.Or(l.Strength, c.Strength), cmp.Or(l.Delay, c.Delay)
	for _, a := range work.Authors {
		if !slices.Contains(l.Authors, a) {
			l.Authors = append(l.Authors, a)
		}
	}
}

// grounded is the probability that a claim is about the concepts it is filed
// under; what an analyst stands behind is.
func grounded(st *entente.Statement) float64 {
	if reviewed(st) || st.Claim.Sure == 0 {
		return 1
	}
	return st.Claim.Sure
}

// echo lists a copy's claim under the link it repeats. It adds no belief and
// no link of its own.
func (j *joiner) echo(st *entente.Statement) {
	c := st.Claim
	l := j.links[entente.NewLinkID(c.CauseConcept, c.EffectConcept, c.Polarity)]
	if l == nil {
		return
	}
	work := j.work(st).ID
	if _, ok := l.pro[work]; ok && c.Modality != "denied" {
		l.Statements = append(l.Statements, st.ID)
	}
}

// work returns the work of a statement's document; a document that was not
// collated is a work of its own.
func (j *joiner) work(st *entente.Statement) *entente.Work {
	if w := j.workOf[st.Doc]; w != nil {
		return w
	}
	return &entente.Work{ID: entente.WorkID("W" + st.Doc.Short())}
}

func (j *joiner) result() entente.Map {
	m := entente.Map{Links: []entente.Link{}, Concepts: []entente.ConceptID{}, Disagreements: []entente.Disagreement{}, Ungrounded: j.ungrounded}
	for _, l := range j.links {
		l.Belief = belief(l.pro, l.contra)
		for w := range l.pro {
			l.Works = append(l.Works, w)
		}
		slices.Sort(l.Works)
		slices.Sort(l.Authors)
		m.Links = append(m.Links, l.Link)
		for _, c := range []entente.ConceptID{l.Cause, l.Effect} {
			if !slices.Contains(m.Concepts, c) {
				m.Concepts = append(m.Concepts, c)
			}
		}
	}
	slices.Sort(m.Concepts)
	slices.SortFunc(m.Links, func(a, b entente.Link) int {
		return cmp.Or(cmp.Compare(b.Belief, a.Belief), cmp.Compare(len(b.Statements), len(a.Statements)), cmp.Compare(a.ID, b.ID))
	})
	m.Disagreements = Disagreements(m.Links)
	return m
}

// belief combines the works for and against a link. Products run in sorted
// order so that the last bit does not depend on map order.
func belief(pro, contra map[entente.WorkID]float64) float64 {
	doubt, hold := 1.0, 1.0
	for _, w := range sortedValues(pro) {
		doubt *= 1 - w
	}
	for _, w := range sortedValues(contra) {
		hold *= 1 - w
	}
	return math.Round((1-doubt)*hold*1e6) / 1e6
}

func sortedValues(m map[entente.WorkID]float64) []float64 {
	out := make([]float64, 0, len(m))
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}
