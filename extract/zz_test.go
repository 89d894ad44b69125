package extract

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

func TestZZRecall(t *testing.T) {
	f, _ := os.Open("../learn/sentences.tsv")
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	type row struct{ cause, effect string }
	bySent := map[string][]row{}
	langOf := map[string]string{}
	kind := map[string]string{}
	var order []string
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		c := strings.Split(lines.Text(), "\t")
		if _, ok := langOf[c[2]]; !ok {
			order = append(order, c[2])
		}
		langOf[c[2]], kind[c[2]] = c[0], c[1]
		bySent[c[2]] = append(bySent[c[2]], row{c[3], c[4]})
	}
	out, _ := os.Create(os.Getenv("OUT"))
	defer out.Close()
	w := bufio.NewWriter(out)
	defer w.Flush()
	lex := lexicon.Default()
	type st struct{ gold, hit, pred, lenient int }
	S := map[string]*st{}
	span := func(s, part string) (int, int) {
		before, _, ok := strings.Cut(s, part)
		if !ok || part == "" {
			return -1, -1
		}
		a := utf8.RuneCountInString(before)
		return a, a + utf8.RuneCountInString(part)
	}
	iou := func(a, b, c, d int) float64 {
		i, u := min(b, d)-max(a, c), max(b, d)-min(a, c)
		if i <= 0 {
			return 0
		}
		return float64(i) / float64(u)
	}
	for n, s := range order {
		key := langOf[s] + " " + kind[s]
		if S[key] == nil {
			S[key] = &st{}
		}
		docs, err := read.Read("s.txt", []byte("x x\n\n"+s+"\n"))
		if err != nil {
			continue
		}
		p := newPassage(docs[0], lex)
		off := strings.Index(docs[0].Text, s)
		if off < 0 {
			continue
		}
		base := utf8.RuneCountInString(docs[0].Text[:off])
		var ds []draft
		var of []*sentence
		for i := range p.sentences {
			_, x := p.drafts(&p.sentences[i])
			for _, d := range x {
				ds = append(ds, d)
				of = append(of, &p.sentences[i])
			}
		}
		S[key].pred += len(ds)
		for _, g := range bySent[s] {
			a, b := span(s, g.cause)
			c, d := span(s, g.effect)
			S[key].gold++
			hit, len_ := false, false
			for i, x := range ds {
				ok, l := true, true
				if a >= 0 {
					if x.cause.empty() {
						ok, l = false, false
					} else {
						v := of[i].view
						u1, u2 := v.Span(x.cause.from, x.cause.to)
						q := iou(a+base, b+base, u1, u2)
						ok, l = q >= .5, q > 0
					}
				}
				v := of[i].view
				u1, u2 := v.Span(x.effect.from, x.effect.to)
				q := iou(c+base, d+base, u1, u2)
				hit = hit || ok && q >= .5
				len_ = len_ || l && q > 0
			}
			if hit {
				S[key].hit++
			} else {
				fmt.Fprintf(w, "%s\t%s\t%v\t%s\t%s\t%s", langOf[s], kind[s], len_, s, g.cause, g.effect)
				for i, x := range ds {
					v := of[i].view
					fmt.Fprintf(w, "\t%s: %s => %s", x.rule, v.String(x.cause.from, x.cause.to), v.String(x.effect.from, x.effect.to))
				}
				fmt.Fprintln(w)
			}
			if len_ {
				S[key].lenient++
			}
		}
		_ = n
	}
	for k, v := range S {
		fmt.Printf("%s gold %d hit %d %.3f lenient %.3f pred %d P<= %.3f\n", k, v.gold, v.hit, float64(v.hit)/float64(v.gold), float64(v.lenient)/float64(v.gold), v.pred, float64(v.hit)/float64(v.pred))
	}
}
