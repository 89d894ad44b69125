package extract

import (
	"strings"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

func TestSubjects(t *testing.T) {
	scripts := map[entente.Lang]entente.Script{entente.Chinese: entente.Hans, entente.English: entente.Latn, entente.Japanese: entente.Jpan, entente.Korean: entente.Kore}
	for _, c := range []struct {
		lang entente.Lang
		text string
		want string // of the clauses in order, | between them, / between sentences
	}{
		{"zh", "与中国相邻的日本正在扩军。", "JPN"},
		{"zh", "特朗普表示,日本很重要,希望加强合作。", "USA/Donald Trump|JPN|USA/Donald Trump"},
		{"zh", "美国国防部长赫格塞思访问东京,与中谷元举行会谈。", "USA/Pete Hegseth|USA/Pete Hegseth"},
		{"zh", "石破茂与特朗普举行会谈。\n双方同意加强同盟。", "JPN/Shigeru Ishiba,USA/Donald Trump / JPN/Shigeru Ishiba,USA/Donald Trump"},
		{"zh", "在美国的压力下,日本增加了开支。", "|JPN"},
		{"zh", "日本政府对华采取强硬政策。\n其做法受到批评。", "JPN / JPN"},
		{"zh", "美日同意合作。\n这将影响地区安全。", "USA,JPN / "},
		{"en", "The U.S., Japan, and Australia held talks.", "USA|USA,JPN|USA,JPN,AUS"},
		{"en", "In response to Washington, Tokyo raised its budget.", "|JPN"},
		{"en", "Secretary of Defense Pete Hegseth arrived.\nHe praised Japan.", "USA/Pete Hegseth / USA/Pete Hegseth"},
		{"en", "Trump met Ishiba, urging Japan to pay more.", "USA/Donald Trump|USA/Donald Trump"},
		{"en", "Officials in Tokyo hesitated.", "JPN"},
		{"en", "Seoul raised its share, with Taiwan setting a target.", "KOR|TWN"},
		{"en", "Seoul raised its share, with Taiwan and Japan still weighing theirs.", "KOR|TWN,JPN"},
		{"ja", "米国は日本が重要だと述べた。", "USA"},
		{"ja", "日本と米国は合意した。\n両国は協力を強化する。", "JPN,USA / JPN,USA"},
		{"ja", "ヘグセス米国防長官は東京を訪れた。", "USA/Pete Hegseth"},
		{"ko", "미국은 일본이 중요하다고 밝혔다.", "USA"},
		{"ko", "한국과 미국은 합의했다.\n양국은 협력을 강화한다.", "KOR,USA / KOR,USA"},
		{"ko", "피트 헤그세스 미국 국방장관은 서울을 찾았다.", "USA/Pete Hegseth"},
	} {
		p := newPassage(paragraph(c.lang, scripts[c.lang], c.text), lexicon.Default())
		var sentences []string
		for i := range p.sentences {
			var clauses []string
			for k := range p.sentences[i].clauses {
				clauses = append(clauses, join(p.subjectOf(&p.sentences[i], k)))
			}
			sentences = append(sentences, strings.Join(clauses, "|"))
		}
		if got := strings.Join(sentences, " / "); got != c.want {
			t.Errorf("%s: subjects of %q\n got %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

// FuzzPositions checks on any text that positions are found without panic, each
// at its place, with a speaker and a known stance.
func FuzzPositions(f *testing.F) {
	for _, seed := range []string{
		"特朗普要求日本“多付费”,称其", "石破茂表示,", "“”“”说", "Trump said \"", "the U.S., Japan, and", "米国は日本に求め", "미국은 요구했", "主张", "的要求的要求",
		"\" said.", "美(日", "我们要求我们", "It must.", "強調「台海」,「", "A,B;C:“D",
	} {
		for lang := range 4 {
			f.Add(seed, uint8(lang))
		}
	}
	known := map[string]bool{"demand": true, "propose": true, "commit": true, "assure": true, "support": true, "criticize": true, "question": true, "refuse": true}
	f.Fuzz(func(t *testing.T, text string, lang uint8) {
		langs := []entente.Lang{entente.Chinese, entente.English, entente.Japanese, entente.Korean}
		doc := paragraph(langs[lang%4], entente.Hans, string([]rune(text)))
		p := newPassage(doc, lexicon.Default())
		for i := range p.sentences {
			for _, st := range p.positions(&p.sentences[i]) {
				if !st.Mention.In(doc) || !st.Mention.Within(st.Span) || len(st.Position.Speaker) == 0 || !known[st.Position.Stance] {
					t.Fatalf("position %+v of mention %+v in %q", st.Position, st.Mention, text)
				}
			}
		}
	})
}
