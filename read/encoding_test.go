package read

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/ententelab/entente"
)

func TestEncodings(t *testing.T) {
	const (
		hans = "两国防长在东京会谈，同意扩大联合演习。发言人说，费用将由双方分担。"
		hant = "兩國防長在東京會談，同意擴大聯合演習。發言人說，費用將由雙方分擔。"
		ja   = "両国の防衛相は東京で会談し、共同訓練を拡大することで一致した。"
		ko   = "양국 국방장관은 도쿄에서 회담하고 연합훈련을 확대하기로 했다."
		en   = "The ministers met; the “joint” exercise – they said – will grow."
	)
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
		lang       entente.Lang
		script     entente.Script
	}{
		{"UTF-8", hans, encoding.Nop, "zh", "Hans"},
		{"UTF-8", hant, encoding.Nop, "zh", "Hant"},
		{"GB18030", hans, simplifiedchinese.GB18030, "zh", "Hans"},
		{"GB18030", hans, simplifiedchinese.GBK, "zh", "Hans"},
		{"Big5", hant, traditionalchinese.Big5, "zh", "Hant"},
		{"Shift_JIS", ja, japanese.ShiftJIS, "ja", "Jpan"},
		{"EUC-JP", ja, japanese.EUCJP, "ja", "Jpan"},
		{"EUC-KR", ko, korean.EUCKR, "ko", "Kore"},
		{"windows-1252", en, charmap.Windows1252, "en", "Latn"},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		docs, err := Read("a/b.txt", data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		d := docs[0]
		if d.Encoding != c.name || d.Text != c.text || d.Lang != c.lang || d.Script != c.script || d.Name != "b.txt" {
			t.Errorf("%s: read as %s, %s, %s: %q", c.name, d.Encoding, d.Lang, d.Script, d.Text)
		}
	}
}

func TestUTF16(t *testing.T) {
	const text = "両国は協力する。 Both agree."
	for _, bom := range []bool{true, false} {
		var data []byte
		if bom {
			data = []byte{0xFF, 0xFE}
		}
		for _, u := range utf16.Encode([]rune(strings.Repeat(text, 3))) {
			data = append(data, byte(u), byte(u>>8))
		}
		docs, err := Read("x.txt", data)
		if err != nil || docs[0].Text != strings.Repeat(text, 3) {
			t.Errorf("BOM %v: %v", bom, err)
		}
	}
}

func TestDamagedTextIsReadAndReported(t *testing.T) {
	text := "第一行。\n" + strings.Repeat("两国同意合作。", 10)
	for name, c := range map[string]struct {
		data      string
		line, col int
	}{
		"cut off":  {text + "\xE4\xB8", 2, 71},
		"bad byte": {strings.Replace(text, "第一", "第\xFF一", 1), 1, 2},
	} {
		docs, err := Read("x.txt", []byte(c.data))
		e, ok := errors.AsType[*entente.Error](err)
		if !ok || e.Kind != entente.BadInput || e.Line != c.line || e.Col != c.col {
			t.Errorf("%s: error %v", name, err)
		}
		if len(docs) != 1 || !strings.Contains(docs[0].Text, "\uFFFD") || len(docs[0].Sentences) < 10 {
			t.Errorf("%s: the rest was not read", name)
		}
	}
}

func TestWhatIsNotTextIsRefused(t *testing.T) {
	for name, data := range map[string]string{
		"picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x9d\x8e\xff\xfe",
		"noise":   strings.Repeat("\x00\x01\x02\xff\xfe\x80\x9c\x03", 40),
	} {
		docs, err := Read("x.bin", []byte(data))
		if entente.KindOf(err) != entente.BadInput || len(docs) != 0 {
			t.Errorf("%s: %v, %d documents", name, err, len(docs))
		}
	}
}
