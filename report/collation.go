package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ententelab/entente"
)

// Works lists the works with their versions.
func Works(w io.Writer, c entente.Collation) {
	var rows [][]string
	for i, work := range c.Works {
		for j, v := range work.Versions {
			number, title := "", ""
			if j == 0 {
				number, title = itoa(i+1), shorten(work.Title, 44)
			}
			rows = append(rows, []string{number, v.Name, string(v.Role), fmt.Sprintf("%.2f", v.Sure), title})
		}
	}
	print(w, []column{{head: "work", right: true}, {head: "document"}, {head: "role"}, {head: "sure", right: true}, {head: "title"}}, rows)
}

// mostLeftOut is how many sentences of one section are quoted; an excerpt
// leaves out too many to quote.
const mostLeftOut = 40

// Changes prints, for each version, what an editor asks of it: how much of the
// original is there, which figures, dates, names and titles differ, and what
// was left out and added, by section of the document. docs are the documents
// that were collated.
func Changes(w io.Writer, c entente.Collation, docs []*entente.Document) {
	byID := map[entente.DocID]*entente.Document{}
	for _, d := range docs {
		byID[d.ID] = d
	}
	for _, p := range c.Pairs {
		changes(w, p, byID[p.OriginalID], byID[p.VersionID])
	}
}

func changes(w io.Writer, p entente.VersionPair, original, version *entente.Document) {
	fmt.Fprintf(w, "\n%s\n→ %s\n", p.Original, p.Version)
	fmt.Fprintf(w, "%s, sure %.2f; %s\n", p.Relation, p.Sure, summary(p))
	if line := keptLine(p.Paragraphs); line != "" {
		fmt.Fprintln(w, line)
	}
	details(w, p)
	if p.Relation == entente.Excerpt {
		fmt.Fprintf(w, "\n  Left out: %d sentences, as an excerpt does\n", len(p.Omitted))
	} else {
		passages(w, "Left out", p.Omitted, original)
	}
	passages(w, "Added", p.Added, version)
}

// keptLine counts the paragraphs of the original by how much of each is there,
// and names those that are left out whole.
func keptLine(paragraphs []entente.Kept) string {
	count := map[string]int{}
	var gone []string
	for _, k := range paragraphs {
		count[k.State]++
		if k.State == "omitted" {
			gone = append(gone, strings.TrimSpace(Place("", k.Section, k.Paragraph)))
		}
	}
	if len(paragraphs) == 0 {
		return ""
	}
	line := fmt.Sprintf("of %d paragraphs, %d are there in full, %d in part, %d not", len(paragraphs), count["full"], count["partial"], count["omitted"])
	if len(gone) > 0 {
		line += ": " + strings.Join(gone, ", ")
	}
	return line
}

// summary says in a line how far two versions agree.
func summary(p entente.VersionPair) string {
	if len(p.Omitted)+len(p.Added)+len(p.Differences) == 0 {
		return "nothing was changed"
	}
	parts := []string{fmt.Sprintf("%.0f %% of the original's sentences are there", 100*p.AlignedShare)}
	for _, n := range []struct {
		count int
		what  string
	}{{len(p.Omitted), "left out"}, {len(p.Added), "added"}, {len(p.Differences), "details differ"}} {
		if n.count > 0 {
			parts = append(parts, itoa(n.count)+" "+n.what)
		}
	}
	return strings.Join(parts, ", ")
}

// details lists the differences as a table, original against version.
func details(w io.Writer, p entente.VersionPair) {
	if len(p.Differences) == 0 {
		return
	}
	var rows [][]string
	for _, d := range p.Differences {
		rows = append(rows, []string{"  " + d.What, spanQuote(d.Original), spanQuote(d.Version), d.Note})
	}
	fmt.Fprintln(w)
	print(w, []column{{head: "  what"}, {head: "original", width: 48}, {head: "version", width: 48}, {head: "note", width: 44}}, rows)
}

// spanQuote is what a document gives of a detail, cut to a table's cell.
func spanQuote(s *entente.Span) string {
	if s == nil {
		return "—"
	}
	return shorten(s.Quote, 90)
}

// passages quotes spans under the headings of their sections.
func passages(w io.Writer, what string, spans []entente.Span, doc *entente.Document) {
	if len(spans) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s\n", what)
	last, shown := "", 0
	for i, s := range spans {
		section, paragraph := whereabouts(doc, s.Start)
		if section != last {
			fmt.Fprintf(w, "    %s\n", section)
			last, shown = section, 0
		}
		if shown++; shown > mostLeftOut {
			if i+1 == len(spans) || shown == mostLeftOut+1 {
				fmt.Fprintln(w, "      …")
			}
			continue
		}
		mark := "    "
		if paragraph > 0 {
			mark = fmt.Sprintf("¶%-3d", paragraph)
		}
		fmt.Fprintf(w, "      %s%s\n", mark, indented(s.Quote, 100, "          "))
	}
}

// indented folds a quote into lines of n columns, all but the first indented.
func indented(quote string, n int, indent string) string {
	lines := wrap(strings.Join(strings.Fields(quote), " "), n)
	return strings.ReplaceAll(lines, "\n", "\n"+indent)
}

// whereabouts names the section that holds an offset, and the number of the
// paragraph in it.
func whereabouts(doc *entente.Document, at int) (section string, paragraph int) {
	if doc == nil {
		return "", 0
	}
	section = "(before the first heading)"
	for _, p := range doc.Paragraphs {
		if p.Start <= at && at < p.End {
			paragraph = p.Number
			if p.Section >= 0 && p.Section < len(doc.Sections) {
				section = sectionTitle(doc.Sections[p.Section])
			}
		}
	}
	return section, paragraph
}

func sectionTitle(s entente.Section) string {
	title := shorten(s.Title, 80)
	if s.Number != "" && s.Level > 0 {
		return "§" + s.Number + " " + title
	}
	return title
}
