package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/assemble"
	"github.com/ententelab/entente/report"
	"github.com/ententelab/entente/report/paper"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write golden files")

// small is a subject with one of everything, and with text that markup must
// not be made of.
func small() paper.Subject {
	doc := &entente.Document{ID: "d1", Name: "a.md", Title: "Bills & <Burdens>", Authors: []string{"Ann Lee"}, Date: "2025-07"}
	other := &entente.Document{ID: "d2", Name: "b.md", Title: "另一面"}
	claim := func(id, doc, cause, effect string, sign entente.Sign, quote string) entente.Statement {
		return entente.Statement{ID: entente.StatementID(id), Kind: entente.KindClaim, DocName: doc, Section: "2(1)", Paragraph: 3, Span: entente.Span{Quote: quote},
			Claim: &entente.Claim{CauseConcept: entente.ConceptID(cause), EffectConcept: entente.ConceptID(effect), Polarity: sign, Modality: "asserted"}}
	}
	sts := []entente.Statement{
		claim("c1", "a.md", "pressure", "trust", entente.Minus, "Pressure <b>erodes</b> trust & more."),
		claim("c2", "b.md", "pressure", "trust", entente.Plus, "压力增进了信任。"),
	}
	minus := entente.Link{ID: "pressure - trust", Cause: "pressure", Effect: "trust", Sign: entente.Minus, Belief: 0.5, Statements: []entente.StatementID{"c1"}, Works: []entente.WorkID{"W1"}}
	plus := entente.Link{ID: "pressure + trust", Cause: "pressure", Effect: "trust", Sign: entente.Plus, Belief: 0.4, Statements: []entente.StatementID{"c2"}, Works: []entente.WorkID{"W2"}}
	value, spent := 3.5, 1.3
	return paper.Subject{
		Name: "small", Documents: []*entente.Document{doc, other}, Statements: sts,
		Works: []entente.Work{
			{ID: "W1", Title: doc.Title, Authors: doc.Authors, Versions: []entente.Version{{Name: "a.md"}}},
			{ID: "W2", Title: other.Title, Versions: []entente.Version{{Name: "b.md"}}},
		},
		Map: entente.Map{Concepts: []entente.ConceptID{"pressure", "trust"}, Links: []entente.Link{minus, plus},
			Disagreements: assemble.Disagreements([]entente.Link{plus, minus})},
		Loops: assemble.Loops{Loops: []assemble.Chain{{ID: "R1", Concepts: []entente.ConceptID{"pressure", "trust"}, Links: []entente.LinkID{minus.ID, "trust - pressure"}, Sign: entente.Plus, Stitched: true, Breaks: 1}}},
		Ledger: []assemble.Entry{{Date: "2025-06-20", Speaker: []entente.ActorID{"USA"}, Stance: "demand", Addressee: []entente.ActorID{"JPN"}, Value: &value, Unit: "%GDP",
			Quote: "- **2025-06-20** Washington asked for 3.5 percent.", Doc: "a.md", Section: "1", Paragraph: 1, Works: 1}},
		Promises: []assemble.Promise{{Entry: assemble.Entry{Date: "2022-12", Speaker: []entente.ActorID{"JPN"}, Stance: "commit", Value: &value, Unit: "%GDP", Quote: "Tokyo promised 3.5 percent.", Doc: "a.md", Works: 1},
			Outcome: assemble.Below, Deeds: []assemble.Deed{{Date: "2024", Kind: "record", Value: &spent, Unit: "%GDP", Source: "a series"}}}},
		Timeline: []assemble.Happening{{Date: "2025-06-20", Actors: []entente.ActorID{"USA"}, Action: "demand", Quote: "It asked.", Doc: "a.md", Section: "1", Paragraph: 1, Works: 2}},
		Questions: []paper.Question{{Raise: "pressure", Share: 0.2, From: 2026, By: 2030, Members: 100, Seed: 1, Whole: "whole", Asked: []report.Asked{
			{Voice: "whole", Outcome: "trust", Reached: true, Size: -0.07, Answer: entente.Answer{Direction: "down", Agree: 0.6}, Links: []report.Backed{{Link: minus.ID, Belief: 0.5, Sentence: &sts[0]}}}}}},
		Record:  []assemble.Series{{Of: "JPN", Name: map[entente.Lang]string{entente.English: "spent", entente.Chinese: "支出"}, Unit: "%GDP", Source: "a series", Points: [][2]float64{{2023, 1.1}, {2024, 1.3}}}},
		Concept: func(entente.ConceptID) map[entente.Lang]string { return nil },
		Actor:   func(entente.ActorID, entente.Lang) string { return "" },
	}
}

func TestPageGolden(t *testing.T) {
	for _, lang := range []entente.Lang{entente.English, entente.Chinese} {
		p, err := paper.New(small(), lang)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := p.WriteHTML(&b); err != nil {
			t.Fatal(err)
		}
		name := "testdata/small." + string(lang) + ".html"
		if *update {
			if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), b.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if fromElsewhere.MatchString(b.String()) {
			t.Errorf("%s takes something from elsewhere", name)
		}
	}
}

var fromElsewhere = regexp.MustCompile(`<script|<link|<img|@import|url\(|<b>erodes|%!`)

// Every part of the Word file is XML, every citation leads to a source, and
// the same paper gives the same bytes.
func TestWordFile(t *testing.T) {
	p, err := paper.New(small(), entente.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	var b, again bytes.Buffer
	if err := errors.Join(p.WriteDOCX(&b), p.WriteDOCX(&again)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("written twice, the file differs")
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".png") || strings.HasSuffix(f.Name, ".svg") {
			continue
		}
		text := part(t, f)
		if err := wellFormed(text); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.Name != "word/document.xml" {
			continue
		}
		for _, cite := range regexp.MustCompile(`w:anchor="(s\d+)"`).FindAllStringSubmatch(text, -1) {
			if !strings.Contains(text, `w:name="`+cite[1]+`"`) {
				t.Errorf("citation %s leads nowhere", cite[1])
			}
		}
	}
}

func part(t *testing.T, f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestAnEmptyProjectHasAPaper(t *testing.T) {
	s := paper.Subject{Name: "empty", Concept: small().Concept, Actor: small().Actor}
	for _, lang := range []entente.Lang{entente.English, entente.Chinese} {
		p, err := paper.New(s, lang)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(p.WriteHTML(io.Discard), p.WriteDOCX(io.Discard)); err != nil {
			t.Error(err)
		}
	}
	if _, err := paper.New(s, "fr"); entente.KindOf(err) != entente.Usage {
		t.Errorf("a report in French: %v", err)
	}
}
