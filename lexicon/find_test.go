package lexicon

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ententelab/entente/fold"
)

// found shows the mentions of a text as "words=ID", those of concepts left out.
func found(l *Lexicon, text string) []string {
	var out []string
	r := []rune(fold.String(text))
	for _, m := range l.Find(r) {
		if m.Entry.Type != Concept {
			out = append(out, string(r[m.Start:m.End])+"="+m.Entry.ID)
		}
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"states", "美国与日本、韩国", "美国=USA 日本=JPN 韩国=KOR"},
		{"traditional", "臺灣與美國", "台湾=TWN 美国=USA"},
		{"compound", "美日澳菲", "美=USA 日=JPN 澳=AUS 菲=PHL"},
		{"compound before an office", "美日韩国防部长", "美=USA 日=JPN 韩=KOR 国防部长=defense minister"},
		{"signs inside", "美日+菲", "美=USA 日=JPN 菲=PHL"},
		{"listed", "联合日、菲、澳等国", "日=JPN 菲=PHL 澳=AUS"},
		{"toward", "美对日政策", "美=USA 日=JPN"},
		{"on a visit", "访日期间", "日=JPN"},
		{"China as 华", "对华政策", "华=CHN"},
		{"sides", "日方与美方", "日方=JPN 美方=USA"},
		{"not a state", "日常训练集中在中心,今日美丽", ""},
		{"not a state either", "3月4日中午,其中包括法律", ""},
		{"preposition", "谈判中美方要求", "美方=USA"},
		{"sea", "日本海与日本", "日本=JPN"},
		{"as a preposition", "以美日同盟为基础", "美日同盟=US-Japan Alliance 美=USA 日=JPN"},
		{"places", "访印太地区,台湾海峡,朝鲜半岛", ""},
		{"places in English", "the South China Sea and the Korean Peninsula", ""},
		{"office of a state", "美国国防部长赫格塞思", "美国国防部长赫格塞思=USA/Pete Hegseth"},
		{"office", "日本首相表示", "日本首相=JPN/prime minister"},
		{"holder before", "高市首相说", "高市首相=JPN/Sanae Takaichi"},
		{"body", "美国参议院军事委员会", "美国参议院军事委员会=USA/Senate Armed Services Committee"},
		{"who leads a body", "韩国国防部长安圭伯", "韩国国防部长安圭伯=KOR/Ahn Gyu-back"},
		{"a body for long", "韩国国防部长期主张", "韩国国防部=KOR/Ministry of National Defense"},
		{"alliance and states", "美日同盟", "美日同盟=US-Japan Alliance 美=USA 日=JPN"},
		{"swapped", "日美同盟", "日美同盟=US-Japan Alliance 日=JPN 美=USA"},
		{"city in a name", "《巴黎协定》", "《巴黎协定》=Paris Agreement"},
		{"slogan", "“美国优先”", "“美国优先”=America First"},
		{"longest", "驻日美军司令部", "驻日美军司令部=USA/Headquarters US Forces Japan"},

		{"japanese", "日米豪印は対米関係を", "日米豪印=Quadrilateral Security Dialogue (Quad) 日=JPN 米=USA 豪=AUS 印=IND 米=USA"},
		{"japanese office", "米国防長官と会談した", "米国防长官=USA/defense minister"},
		{"katakana ends a word", "インドネシアとインド", "インドネシア=IDN インド=IND"},
		{"japanese person", "ヘグセス国防長官", "ヘグセス国防长官=USA/Pete Hegseth"},

		{"korean", "한미일 안보협력은 미국이", "한미일 안보협력=US-Japan-ROK trilateral cooperation 한=KOR 미=USA 일=JPN 미국=USA"},
		{"korean dots", "한·미·일", "한=KOR 미=USA 일=JPN"},
		{"inside a word", "전미국민", ""},
		{"korean office", "이시바 총리는", "이시바 총리=JPN/Shigeru Ishiba"},

		{"english", "U.S.-Japan talks and us", "U.S.=USA Japan=JPN"},
		{"case", "The US told us", "US=USA"},
		{"possessive", "Japan’s Defense Ministry", "Japan's Defense Ministry=JPN/Ministry of Defense"},
		{"plural", "Americans and the Trumps", "Americans=USA/public Trumps=USA/Donald Trump"},
		{"words", "Indiana is not India", "India=IND"},
		{"office of", "the Prime Minister of Japan", "Prime Minister of Japan=JPN/prime minister"},
		{"title and name", "Secretary of State Marco Rubio", "Secretary of State Marco Rubio=USA/Marco Rubio"},
		{"dashes", "Japan–U.S. Security Consultative Committee", "Japan–U.S. Security Consultative Committee=US-Japan Security Consultative Committee (2+2) Japan=JPN U.S.=USA"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.Join(found(Default(), c.text), " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestHolder(t *testing.T) {
	l := Default()
	for _, c := range []struct{ state, office, date, want string }{
		{"USA", "defense minister", "2025-03-30", "USA/Pete Hegseth"},
		{"USA", "国防部长", "2023", "USA/Lloyd Austin"},
		{"JPN", "首相", "2025-02-07", "JPN/Shigeru Ishiba"},
		{"JPN", "prime minister", "2025-12", "JPN/Sanae Takaichi"},
		{"JPN", "prime minister", "2007-01", "JPN/Shinzo Abe"},
		{"JPN", "防衛大臣", "2025-03", "JPN/Gen Nakatani"},
		{"KOR", "대통령", "2023", "KOR/Yoon Suk-yeol"},
		{"USA", "president", "", "USA/Donald Trump"},
		{"USA", "国防部政策副部长", "2025-08", "USA/Elbridge Colby"},
		{"JPN", "prime minister", "1890", ""},
		{"JPN", "nothing of the kind", "2020", ""},
	} {
		got := ""
		if e := l.Holder(c.state, c.office, c.date); e != nil {
			got = e.ID
		}
		if got != c.want {
			t.Errorf("Holder(%s, %s, %q) = %q, want %q", c.state, c.office, c.date, got, c.want)
		}
	}
}

// Mentions of actors do not overlap, all are in order and inside the text.
func checkMentions(t interface{ Fatalf(string, ...any) }, l *Lexicon, text []rune) {
	end := 0
	last := Mention{Start: -1}
	for _, m := range l.Find(text) {
		if m.Start < 0 || m.End > len(text) || m.Start >= m.End {
			t.Fatalf("%q: mention [%d:%d] of %s", string(text), m.Start, m.End, m.Entry.ID)
		}
		if m.Start < last.Start || m.Start == last.Start && m.End > last.End {
			t.Fatalf("%q: %s is out of order", string(text), m.Entry.ID)
		}
		if m.Entry.layer() == actorLayer {
			if m.Start < end {
				t.Fatalf("%q: %s overlaps another actor", string(text), m.Entry.ID)
			}
			end = m.End
		}
		m.Actors()
		last = m
	}
}

func FuzzFind(f *testing.F) {
	l := Default()
	for _, s := range []string{"美日韩国防部长", "U.S.’s", "한·미·일·", "日米豪印・比", "3日日美+", "《“美国优先”", "Prime Minister of", "\U0002070e日本\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkMentions(t, l, []rune(s))
		checkMentions(t, l, []rune(fold.String(s)))
	})
}

func TestMixedTexts(t *testing.T) {
	l := Default()
	pieces := []string{"美", "日", "韩国", "国防部长", "防长", "赫格塞思", "对", "同盟", "“", "”", "《", "》", "+", "、", "3", "月", "US", " ", "-", "Japan", "'s", "President", "of the ", "미국", "한미", "·", "트럼프", "トランプ", "米", "首相", "協定", "2+2"}
	rapid.Check(t, func(t *rapid.T) {
		checkMentions(t, l, []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), "")))
	})
}

// A user's file adds names and takes none away.
func TestWithKeepsNames(t *testing.T) {
	l := Default()
	more, err := l.With("own.yaml", []byte("people:\n- {id: JPN/Hanako Example, zh: 例花子, en: Hanako Example}\nstates:\n- {id: JPN, en: Land of Examples}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(found(more, "例花子 in the Land of Examples"), " "), "例花子=JPN/Hanako Example Land of Examples=JPN"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	if len(found(l, "例花子")) != 0 {
		t.Error("the lexicon that was added to has changed")
	}
	for _, e := range l.Entries() {
		m := more.Entry(e.ID)
		if m == nil {
			continue
		}
		for tag, names := range e.Names {
			for _, n := range names {
				if !slices.Contains(m.Names[tag], n) {
					t.Errorf("%s lost its name %q", e.ID, n)
				}
			}
		}
	}
	if len(more.Entries()) != len(l.Entries())+1 {
		t.Errorf("%d entries after one was added to %d", len(more.Entries()), len(l.Entries()))
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"shape", "people:\n- {id: A/B, zh: 甲}\n- {idd: A/C}\n", "own.yaml:3:"},
		{"no id", "people:\n- {id: A/B, zh: 甲乙}\n- {zh: 丙丁}\n", "own.yaml:3: an entry of people has no id"},
		{"office", "people:\n- {id: A/B, zh: 甲乙, held: [king]}\n", "own.yaml:2: \"king\" is not an office"},
		{"not yaml", "\"", "own.yaml"},
	} {
		_, err := Load(File{"own.yaml", []byte(c.data)})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want %s…", c.name, err, c.want)
		}
	}
	if _, err := Load(File{"empty.yaml", nil}); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}

func BenchmarkFind(b *testing.B) {
	l := Default()
	text := fold.String(strings.Repeat("近年来,美国在亚太地区不断调整政策,要求日本、韩国等盟友分担更多费用,并推动美日菲澳四边防务合作。与此同时,会议讨论了经济安全与供应链问题,各方同意加强协调。", 200))
	b.SetBytes(int64(len(text)))
	r := []rune(text)
	b.ReportAllocs()
	for b.Loop() {
		l.Find(r)
	}
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		shippedLexicon()
	}
}
