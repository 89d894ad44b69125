package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ententelab/entente"
)

var update = flag.Bool("update", false, "write what is read into testdata")

// TestLayout reads the texts under testdata: each file holds a text and what
// is wanted of it, in the form of describe.
func TestLayout(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc := &entente.Document{Text: string(a.Files[0].Data)}
			Layout(doc, Hints{})
			checkDocument(t, doc)
			got := describe(doc)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// describe writes a document as the tests show it.
func describe(d *entente.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "language %s %s\ntitle %s\nauthors %s\ndate %s\n", d.Lang, d.Script, d.Title, strings.Join(d.Authors, "; "), d.Date)
	for _, f := range d.Furniture {
		fmt.Fprintf(&b, "%s: %s\n", f.Type, short(d.Slice(f.Start, f.End)))
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "note %s: %s <- %s\n", n.Marker, short(d.Slice(n.Start, n.End)), short(n.Text))
		for _, c := range n.Cited {
			fmt.Fprintf(&b, "\tcites %s | %s | %s | %s | %s\n", c.Author, c.Title, c.Outlet, c.Date, c.URL)
		}
	}
	last := -1
	for _, s := range d.Sentences {
		if p := d.Paragraphs[s.Paragraph]; s.Paragraph != last {
			last = s.Paragraph
			switch {
			case p.Heading && p.Section >= 0 && d.Sections[p.Section].Start == p.Start:
				fmt.Fprintf(&b, "= level %d, section %q\n", d.Sections[p.Section].Level, d.Sections[p.Section].Number)
			case !p.Heading:
				fmt.Fprintf(&b, "paragraph %d\n", p.Number)
			}
		}
		fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(d.Slice(s.Start, s.End), "\n", "⏎"))
	}
	return b.String()
}

func short(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", "⏎"))
	if len(r) > 50 {
		return string(r[:30]) + " … " + string(r[len(r)-15:])
	}
	return string(r)
}

// checkDocument checks what holds for every document.
func checkDocument(t testing.TB, d *entente.Document) {
	t.Helper()
	n := len(d.Runes())
	end := 0
	for _, f := range d.Furniture {
		if f.Start < end || f.End <= f.Start || f.End > n {
			t.Errorf("furniture %v overlaps, is empty or outside", f)
		}
		end = f.End
	}
	end = 0
	for _, s := range d.Sentences {
		if s.Start < end || s.End <= s.Start || s.End > n || s.Paragraph < 0 || s.Paragraph >= len(d.Paragraphs) {
			t.Errorf("sentence %v overlaps, is empty or outside", s)
		}
		if p := d.Paragraphs[s.Paragraph]; s.Start < p.Start || s.End > p.End {
			t.Errorf("sentence %v leaves its paragraph %v", s, p)
		}
		end = s.End
	}
	for _, p := range d.Paragraphs {
		if p.Start < 0 || p.End <= p.Start || p.End > n || p.Section >= len(d.Sections) {
			t.Errorf("paragraph %v", p)
		}
	}
	for _, s := range d.Sections {
		if s.Start < 0 || s.End <= s.Start || s.End > n || s.Level < 0 {
			t.Errorf("section %v", s)
		}
	}
	for _, x := range d.Notes {
		if x.Start < 0 || x.Start > x.Anchor || x.End != x.Anchor || x.Text != d.Slice(x.TextStart, x.TextEnd) {
			t.Errorf("note %v", x)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		lang entente.Lang
		text string // sentences separated by ‖
	}{
		{entente.English, "The U.S. Department of Defense agreed.‖ Mr. Doe (see No. 3) did not.‖ Spending is 3.5 percent."},
		{entente.English, "He lives in the U.S.‖ The price rose at 9 a.m. on Monday."},
		{entente.English, "“We decide.”‖ He said so, e.g. in Tokyo.‖ \"Will it hold?\" she asked.‖ No."},
		{entente.English, "Will it pay?‖ No.‖ The law (No. 12) forbids it."},
		{entente.English, "Troops use the facilities.2‖ They call it “a cornerstone.”13‖ In version 2.4 they left; see No.7 There."},
		{entente.English, "J. R. Doe wrote it.‖ Vol. 3 came later … and was short."},
		{entente.Chinese, "他说：“我们同意；他们也同意。”‖然而，费用是3.5%。‖为什么？！‖因为（见上文。）没有钱。"},
		{entente.Chinese, "他表示\"同盟很重要\"。‖\"费用\"由双方分担。"},
		{entente.Chinese, "他说“很好。”，然后走了。"},
		{entente.Japanese, "大臣は「協力が必要だ。急ぐべきだ。」と述べた。‖交流は続く。"},
		{entente.Korean, "장관은 \"필요하다.\"고 말했다.‖ 협력은 계속된다."},
		{entente.Korean, "『1. 양국은 합의했다.‖ 이는 3.5%다."},
	} {
		var text []rune
		var want []string
		for _, s := range strings.Split(c.text, "‖") {
			text = append(text, []rune(s)...)
			want = append(want, strings.TrimSpace(s))
		}
		var got []string
		for _, s := range flowOf(text, 0, len(text), nil).sentences(c.lang) {
			got = append(got, string(text[s.Start:s.End]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2025年3月4日": "2025-03-04", "２０２５年３月": "2025-03", "二〇二五年三月四日": "2025-03-04", "令和7年3月30日": "2025-03-30",
		"民國114年5月": "2025-05", "2025. 05. 10.": "2025-05-10", "2025-12-19 来源": "2025-12-19", "March 4, 2025": "2025-03-04",
		"4 March 2025": "2025-03-04", "Sept. 2024": "2024-09", "2024년 1월 10일": "2024-01-10", "no. 3 (2021)": "2021", "3.5 percent": "",
	} {
		if got, _ := dateIn(in); got != want {
			t.Errorf("dateIn(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShortTextsHaveALanguage(t *testing.T) {
	for in, want := range map[string]string{
		"美日同盟": "zh Hans", "这是问题": "zh Hans", "這是問題": "zh Hant", "日米同盟の課題": "ja Jpan", "한미동맹": "ko Kore", "韓美同盟은 변했다": "ko Kore",
		"The 日本 question": "en Latn", "他引用了“This is a long English sentence in a quotation”这句话，认为并不成立。": "zh Hans", "123": " ",
	} {
		lang, script := Language([]rune(in))
		if got := string(lang) + " " + string(script); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

func FuzzLayout(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(string(a.Files[0].Data))
		}
	}
	for _, s := range []string{"", "^", "^{", "<sup>1", "[^", "1)", "①①", "a.¹", "(((((", "「『「", "[&]quot;x", "# ", "一、", "\f\r\n\u2028", "Notes\n1. x\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := &entente.Document{Text: s}
		Layout(doc, Hints{})
		checkDocument(t, doc)
	})
}
