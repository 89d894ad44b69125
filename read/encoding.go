package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"github.com/ententelab/entente"
)

// decode returns the text of a file and the name of its encoding. A byte order
// mark is believed and dropped. Bytes that are no text in UTF-8 are tried in
// the encodings of East Asia, and the one whose text has most of the letters
// that its language uses most is taken. If nothing fits, but most of the file
// is good UTF-8, each bad byte becomes U+FFFD and the error says where the
// first one stands.
func decode(name string, data []byte) (s, enc string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeWith(name, data, "UTF-16", xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM))
	}
	if utf8.Valid(data) {
		if n := controls(data); n*50 > len(data) {
			return decodeUTF16(name, data)
		}
		return string(data), "UTF-8", nil
	}
	if bytes.Count(data, []byte{0})*10 > len(data) {
		return decodeUTF16(name, data)
	}
	if mostlyUTF8(data) {
		return repair(name, data)
	}
	best, bestScore := guess{}, 0.0
	for _, g := range guesses {
		if score := g.score(data); score > bestScore {
			best, bestScore = g, score
		}
	}
	if best.enc != nil {
		return decodeWith(name, data, best.name, best.enc)
	}
	if controls(data)*200 <= len(data) && highBytes(data)*6 < len(data) {
		return decodeWith(name, data, "windows-1252", charmap.Windows1252)
	}
	return "", "", notText(name, data)
}

// decodeWith decodes a file whose encoding is known. What cannot be decoded
// becomes U+FFFD, and the error says where.
func decodeWith(name string, data []byte, label string, e encoding.Encoding) (string, string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", &entente.Error{Kind: entente.BadInput, File: name, Msg: "the text is not " + label, Err: err}
	}
	s := string(out)
	if i := strings.IndexRune(s, utf8.RuneError); i >= 0 {
		return s, label, badBytes(name, label, s, i)
	}
	return s, label, nil
}

// repair reads a damaged file as UTF-8.
func repair(name string, data []byte) (string, string, error) {
	first := 0
	for first < len(data) {
		r, n := utf8.DecodeRune(data[first:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		first += n
	}
	s := string([]rune(string(data)))
	return s, "UTF-8", badBytes(name, "UTF-8", s, first)
}

// badBytes is the error for a text that was read with U+FFFD in it, the first
// at byte i of s.
func badBytes(name, label, s string, i int) error {
	line := 1 + strings.Count(s[:i], "\n")
	col := 1 + utf8.RuneCountInString(s[strings.LastIndexByte(s[:i], '\n')+1:i])
	return &entente.Error{
		Kind: entente.BadInput, File: name, Line: line, Col: col,
		Msg:  fmt.Sprintf("%d places are not %s and were read as U+FFFD; this is the first", strings.Count(s[i:], "\uFFFD"), label),
		Hint: "the file may be cut off or damaged",
	}
}

func notText(name string, data []byte) error {
	e := &entente.Error{Kind: entente.BadInput, File: name, Msg: "this is not text in any encoding that is read"}
	for _, m := range []struct{ magic, what string }{
		{"%PDF-", "a PDF file"}, {"\xD0\xCF\x11\xE0", "an old Office file; save it as .docx"}, {"\x89PNG", "a picture"},
		{"\xFF\xD8\xFF", "a picture"}, {"\x1F\x8B", "a gzip file; unpack it first"}, {"Rar!", "a RAR archive; unpack it first"}, {"7z\xBC\xAF", "a 7z archive; unpack it first"},
	} {
		if bytes.HasPrefix(data, []byte(m.magic)) {
			e.Hint = "it looks like " + m.what
		}
	}
	return e
}

// controls counts the bytes that no text has.
func controls(data []byte) int {
	n := 0
	for _, c := range data {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B {
			n++
		}
	}
	return n
}

func highBytes(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// mostlyUTF8 reports whether a file with bad bytes has at least ten good
// characters of several bytes for each of them, or is cut off inside one.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if !utf8.FullRune(data[i:]) {
				break
			}
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 0 && good >= 10*bad
}

// decodeUTF16 reads UTF-16 without a byte order mark.
func decodeUTF16(name string, data []byte) (string, string, error) {
	for _, order := range []xunicode.Endianness{xunicode.LittleEndian, xunicode.BigEndian} {
		out, err := xunicode.UTF16(order, xunicode.IgnoreBOM).NewDecoder().Bytes(data)
		if err == nil && plausible(string(out)) {
			return string(out), "UTF-16", nil
		}
	}
	return "", "", notText(name, data)
}

// plausible reports whether nearly all of a text is letters, digits, spaces
// and punctuation of the scripts that are read.
func plausible(s string) bool {
	good, all := 0, 0
	for _, r := range s {
		all++
		if r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r < 0x250 && r != 0x7F || r >= 0x2010 && r <= 0x2027 || r >= 0x3000 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xFF00 && r <= 0xFFEF {
			good++
		}
	}
	return all > 0 && good*100 >= all*97
}

// A guess is an encoding with the letters that a text in it uses most.
type guess struct {
	name   string
	enc    encoding.Encoding
	common string
}

var guesses = []guess{
	{"GB18030", simplifiedchinese.GB18030, "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经美日本政府安全军事战略对华关系问题与及其将使等，。、；：“”（）《》"},
	{"Big5", traditionalchinese.Big5, "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經美日本政府安全軍事戰略華關係問題與及其將使等，。、；：「」（）《》"},
	{"Shift_JIS", japanese.ShiftJIS, kanaLetters},
	{"EUC-JP", japanese.EUCJP, kanaLetters},
	{"EUC-KR", korean.EUCKR, "이다는의에을를가하고은로한기지사도대정인자리시전부수일그제등서있들나보국미안해과와여어라만상간위화동주장적양력협방북했된며면까터년월중내외군세계관연공조원회"},
}

const kanaLetters = "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどなにぬねのはばひびふぶへべほぼまみむめもやゆよらりるれろわをんっゃゅょ、。「」"

// sampled is how much of a file is decoded to guess its encoding.
const sampled = 64 << 10

// score is the share of the letters beyond ASCII that are among the most
// common, 0 if the bytes are not in the encoding or too few letters are.
func (g guess) score(data []byte) float64 {
	sample := data[:min(len(data), sampled)]
	out, err := g.enc.NewDecoder().Bytes(sample)
	if err != nil {
		return 0
	}
	common, all, bad := 0, 0, 0
	for _, r := range string(out) {
		switch {
		case r < 0x80:
		case r == utf8.RuneError, unicode.Is(unicode.Co, r):
			bad++
		default:
			all++
			if strings.ContainsRune(g.common, r) {
				common++
			}
		}
	}
	share := float64(common) / float64(max(all, 1))
	if bad > 2 && bad*100 > all || share < 0.15 {
		return 0
	}
	return share
}
