package collate

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// A crowd is many documents made from few paragraphs, with versions planted
// among them.
type crowd struct {
	docs    []*entente.Document
	planted map[string]string // version: its original
}

// Shares of a crowd: the rest are paragraphs put together anew, in Chinese and
// in English, and articles on the same subjects as those with a translation.
const (
	crowdCopies       = 0.02
	crowdExcerpts     = 0.01
	crowdTranslations = 0.02
	crowdArticles     = 0.10 // written, not translated, in each language
)

// newCrowd makes n documents out of paragraphs by language.
func newCrowd(t testing.TB, n int, paragraphs map[entente.Lang][]string, seed uint64) crowd {
	r := rand.New(rand.NewPCG(seed, 7))
	c := crowd{planted: map[string]string{}}
	add := func(name, text string) { c.docs = append(c.docs, document(t, name, text)) }
	share := func(x float64) int { return int(x * float64(n)) }
	for i := range share(crowdTranslations) {
		zh, en := articles(r)
		add(fmt.Sprintf("work%05d.zh", i), zh)
		add(fmt.Sprintf("work%05d.en", i), en)
		c.planted[fmt.Sprintf("work%05d.en", i)] = fmt.Sprintf("work%05d.zh", i)
	}
	for i := range share(crowdArticles) {
		zh, _ := articles(r)
		_, en := articles(r)
		add(fmt.Sprintf("alone%05d.zh", i), zh)
		add(fmt.Sprintf("alone%05d.en", i), en)
	}
	copied, cut := share(crowdCopies), share(crowdExcerpts)
	for i := 0; len(c.docs) < n; i++ {
		lang := []entente.Lang{entente.Chinese, entente.English}[i%2]
		name, body := fmt.Sprintf("mixed%05d", i), mixture(r, paragraphs[lang])
		add(name, strings.Join(body, "\n\n"))
		switch {
		case i < copied:
			add(name+".copy", retyped(body))
			c.planted[name+".copy"] = name
		case i < copied+cut:
			add(name+".excerpt", strings.Join(body[3:12], "\n\n"))
			c.planted[name+".excerpt"] = name
		}
	}
	return c
}

// mixture puts paragraphs together anew.
func mixture(r *rand.Rand, paragraphs []string) []string {
	var out []string
	for _, i := range r.Perm(len(paragraphs))[:min(16, len(paragraphs))] {
		out = append(out, paragraphs[i])
	}
	return out
}

// retyped is a copy with other quotation marks, other line ends and a site's
// menu.
func retyped(body []string) string {
	s := strings.NewReplacer("“", "\"", "”", "\"", "，", ", ", "。", "。 ").Replace(strings.Join(body, "\n"))
	return "Home > Articles\n\n" + s + "\n\nAll rights reserved\n"
}

// Words of the articles, Chinese and English.
var (
	people = [][2]string{{"石破茂", "Shigeru Ishiba"}, {"特朗普", "Donald Trump"}, {"赫格塞思", "Pete Hegseth"}, {"岸田文雄", "Fumio Kishida"}, {"科尔比", "Elbridge Colby"}, {"尹锡悦", "Yoon Suk Yeol"}, {"莫迪", "Narendra Modi"}, {"鲁比奥", "Marco Rubio"}}
	states = [][2]string{{"日本", "Japan"}, {"韩国", "South Korea"}, {"菲律宾", "the Philippines"}, {"澳大利亚", "Australia"}, {"印度", "India"}, {"德国", "Germany"}, {"加拿大", "Canada"}}
	goods  = [][2]string{{"巡逻艇", "patrol boats"}, {"雷达", "radars"}, {"运输机", "transport planes"}, {"鱼雷", "torpedoes"}, {"卫星", "satellites"}, {"直升机", "helicopters"}, {"声呐", "sonars"}}
	acts   = [][2]string{{"修复码头", "repair the docks"}, {"训练飞行员", "train pilots"}, {"保护海底电缆", "protect submarine cables"}, {"储存燃料", "store fuel"}, {"交换情报", "exchange intelligence"}, {"扩建机场", "expand airports"}, {"清除水雷", "clear naval mines"}}
)

// articles writes one article in Chinese and, shortened, in English.
func articles(r *rand.Rand) (zh, en string) {
	months := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	var a, b []string
	pick := func(list [][2]string) [2]string { return list[r.IntN(len(list))] }
	for i := range 14 {
		p, s, g, v := pick(people), pick(states), pick(goods), pick(acts)
		y, m, d, n := 2015+r.IntN(11), 1+r.IntN(12), 1+r.IntN(28), 11+r.IntN(889)
		var x, z string
		switch r.IntN(4) {
		case 0:
			x = fmt.Sprintf("%d年%d月%d日，%s宣布向%s提供%d亿日元，用来%s。", y, m, d, p[0], s[0], n, v[0])
			z = fmt.Sprintf("On %s %d, %d, %s announced that %s would receive %s billion yen to %s.", months[m-1], d, y, p[1], s[1], tenth(n), v[1])
		case 1:
			x = fmt.Sprintf("%s计划在%d年以前购买%d套%s，但是议会担心预算。", s[0], y, n, g[0])
			z = fmt.Sprintf("%s plans to buy %d %s before %d, but the parliament worries about the budget.", capital(s[1]), n, g[1], y)
		case 2:
			x = fmt.Sprintf("民意调查显示，%d%%的受访者支持%s与邻国合作%s。", n%90+5, s[0], v[0])
			z = fmt.Sprintf("An opinion poll shows that %d percent of respondents support cooperation between %s and its neighbors to %s.", n%90+5, s[1], v[1])
		case 3:
			x = fmt.Sprintf("%s在%d月%d日的讲话中批评%s的%s过于昂贵，要求重新谈判。", p[0], m, d, s[0], g[0])
			z = fmt.Sprintf("In a speech on %s %d, %s criticized the %s of %s as too expensive and demanded new negotiations.", months[m-1], d, p[1], g[1], s[1])
		}
		a = append(a, x)
		if i%5 != 3 {
			b = append(b, z)
		}
	}
	return inParagraphs(a, ""), inParagraphs(b, " ")
}

func tenth(n int) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/10), ".0") }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func inParagraphs(sentences []string, space string) string {
	var out []string
	for p := range slices.Chunk(sentences, 3) {
		out = append(out, strings.Join(p, space))
	}
	return strings.Join(out, "\n\n")
}

// paragraphsOf reads the paragraphs of files, by language, long ones in pieces
// of two sentences, so that no two documents are the same for the most part by
// chance. Those with marks of notes or pages are left out: put together anew,
// the marks would belong to nothing.
func paragraphsOf(t testing.TB, pattern string) map[entente.Lang][]string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	out := map[entente.Lang][]string{}
	seen := map[string]bool{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs, _ := read.Read(f, data)
		for _, d := range docs {
			for _, s := range twoByTwo(d) {
				if !seen[s] {
					seen[s] = true
					out[d.Lang] = append(out[d.Lang], s)
				}
			}
		}
	}
	return out
}

func twoByTwo(d *entente.Document) (out []string) {
	for i := 0; i+1 < len(d.Sentences); i += 2 {
		start, end := d.Sentences[i].Start, d.Sentences[i+1].End
		marked := slices.ContainsFunc(d.Furniture, func(f entente.Furniture) bool { return f.Start < end && start < f.End })
		s := strings.TrimSpace(d.Slice(start, end))
		if n := end - start; !marked && n > 40 && n < 500 && d.Sentences[i].Paragraph == d.Sentences[i+1].Paragraph {
			out = append(out, s)
		}
	}
	return out
}

// check compares the works with what was planted.
func (c crowd) check(t testing.TB, got entente.Collation) {
	t.Helper()
	want := map[string]string{}
	for v, o := range c.planted {
		want[v] = o
	}
	missed, invented := 0, 0
	for _, w := range got.Works {
		for _, v := range w.Versions[1:] {
			if want[v.Name] == w.Versions[0].Name || want[w.Versions[0].Name] == v.Name {
				delete(want, v.Name)
				delete(want, w.Versions[0].Name)
			} else if invented++; invented <= 5 {
				t.Errorf("invented: %s %s of %s", v.Name, v.Role, w.Versions[0].Name)
			}
		}
	}
	for v, o := range want {
		if missed++; missed <= 5 {
			t.Errorf("missed: %s is a version of %s", v, o)
		}
	}
	t.Logf("%d planted, %d missed, %d invented", len(c.planted), missed, invented)
}

func TestCrowdOfExamples(t *testing.T) {
	c := newCrowd(t, 600, paragraphsOf(t, "../examples/us-japan/[01][^3]*"), 1)
	c.check(t, Collate(c.docs, lexicon.Default()))
}

// shared finds the directory of real texts, which is not part of the
// repository.
func shared(t testing.TB) string {
	dir := os.Getenv("ENTENTE_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "documents")); err != nil {
		t.Skipf("SKIPPED: no real texts at %s; set ENTENTE_SHARED", dir)
	}
	return dir
}

func TestCrowdOfRealTexts(t *testing.T) {
	c := newCrowd(t, 600, paragraphsOf(t, filepath.Join(shared(t), "documents", "*.txt")), 2)
	c.check(t, Collate(c.docs, lexicon.Default()))
}

// BenchmarkCrowd collates 10,000 documents: documents per second, the memory
// that collating takes beside the documents, and pairs looked at against all
// pairs.
func BenchmarkCrowd(b *testing.B) {
	const n = 10_000
	c := newCrowd(b, n, paragraphsOf(b, "../examples/us-japan/[01][^3]*"), 3)
	lex := lexicon.Default()
	for b.Loop() {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		got, pairs := collate(c.docs, lex)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		c.check(b, got)
		b.ReportMetric(n/took.Seconds(), "docs/s")
		b.ReportMetric(float64(after.HeapSys-before.HeapInuse)/1e6, "MB")
		b.ReportMetric(float64(pairs)/(n*(n-1)/2), "pairs/all")
		b.ReportMetric(float64(pairs), "pairs")
	}
}
