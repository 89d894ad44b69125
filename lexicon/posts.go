package lexicon

import (
	"cmp"
	"slices"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/fold"
)

// A postTable holds the offices and bodies that many states have, one entry
// for each state: (JPN, prime minister), (JPN, defense ministry).
type postTable struct {
	of      map[[2]string]*Entry
	holders map[[2]string][]*Entry
}

// fill makes the entries of all states' posts. A body that names its post is
// the entry itself; of the others one is made.
func (t *postTable) fill(entries []*Entry) {
	t.of = make(map[[2]string]*Entry, 4096)
	t.holders = make(map[[2]string][]*Entry, 512)
	var states, posts []*Entry
	for _, e := range entries {
		switch {
		case e.Kind == kindState:
			states = append(states, e)
		case e.Kind == kindPost:
			posts = append(posts, e)
		case e.Kind == kindOffice:
			t.of[[2]string{e.State, e.Post}] = e
		case e.Post != "" && e.State != "":
			t.of[[2]string{e.State, e.Post}] = e
		case e.Kind == kindPerson:
			t.hold(e)
		}
	}
	for _, s := range states {
		for _, p := range posts {
			key := [2]string{s.ID, p.Post}
			if t.of[key] == nil {
				t.of[key] = p.in(s.ID)
			}
		}
	}
}

// in returns the entry of a post in a state.
func (e *Entry) in(state string) *Entry {
	id := state + "/" + e.Name("en")
	out := &Entry{ID: id, Type: e.Type, Kind: kindOffice, Names: e.Names, State: state, Post: e.Post}
	if e.Type == Institution {
		out.Kind, out.Actor, out.Members = "government_body", entente.ActorID(id), []string{state}
	}
	return out
}

func (t *postTable) hold(e *Entry) {
	state, _ := cutState(e.ID)
	for _, o := range e.Offices {
		key := [2]string{state, o.Title}
		if !slices.Contains(t.holders[key], e) {
			t.holders[key] = append(t.holders[key], e)
		}
	}
}

func cutState(id string) (state, rest string) {
	for i := range len(id) {
		if id[i] == '/' {
			return id[:i], id[i+1:]
		}
	}
	return id, ""
}

// Post returns the office or body of a state by its key, or by any name that
// it has among the posts; nil if there is none.
func (l *Lexicon) Post(state, post string) *Entry {
	if e := l.posts.of[[2]string{state, post}]; e != nil {
		return e
	}
	ms := l.Find([]rune(fold.String(post)))
	if len(ms) == 1 && ms[0].Entry.Post != "" {
		return l.posts.of[[2]string{state, ms[0].Entry.Post}]
	}
	return nil
}

// Holder returns who held an office of a state at a date (YYYY, YYYY-MM or
// YYYY-MM-DD); with no date, who holds it now. The office is a key of the posts
// ("defense minister") or any of its names. Within a month or year that saw a
// change it is the one who held it at the end. It is nil if nobody is known.
func (l *Lexicon) Holder(state, office, date string) *Entry {
	p := l.Post(state, office)
	key := [2]string{state, office}
	if p != nil {
		key[1] = p.Post
	}
	date = lastDay(date)
	var best *Entry
	from := ""
	for _, e := range l.posts.holders[key] {
		for _, o := range e.Offices {
			if o.Title == key[1] && o.From <= date && (o.Until == "" || date <= o.Until) && o.From > from {
				best, from = e, o.From
			}
		}
	}
	return best
}

// Exists reports whether an institution was there on some day of a date.
func (e *Entry) Exists(date string) bool { return e.Founded <= lastDay(date) }

// Held reports whether a person held a post on some day of a date (YYYY, YYYY-MM
// or YYYY-MM-DD), ever if it is ""; with no post, whether one that leads a government.
func (e *Entry) Held(post, date string) bool {
	last := lastDay(date)
	return slices.ContainsFunc(e.Offices, func(o Office) bool {
		return (o.Title == post || post == "" && leads[o.Title]) && o.From <= last && (o.Until == "" || date == "" || date <= o.Until)
	})
}

// Since is the day from which a person first held a post; with no post, one that
// leads a government, or else any.
func (e *Entry) Since(post string) string {
	first, led := "", ""
	for _, o := range e.Offices {
		if (o.Title == post || post == "") && (first == "" || o.From < first) {
			first = o.From
		}
		if post == "" && leads[o.Title] && (led == "" || o.From < led) {
			led = o.From
		}
	}
	return cmp.Or(led, first)
}

var leads = map[string]bool{"president": true, "prime minister": true, "chancellor": true}

// lastDay returns the last day that a date may mean. No date is the last of
// all; dates are only compared as text, so every month may end on a 31st.
func lastDay(date string) string {
	const last = "9999-12-31"
	if len(date) >= len(last) {
		return date
	}
	return date + last[len(date):]
}
