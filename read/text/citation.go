package text

import (
	"regexp"
	"strings"

	"github.com/ententelab/entente"
)

// longestCitation is how much of a block is looked at when it is asked whether
// it gives a source.
const longestCitation = 1200

var (
	urlAt     = regexp.MustCompile(`https?://|www\.|doi\.org`)
	yearAt    = regexp.MustCompile(`(?:19|20)\d\d|民國\s*\d+\s*年|民国\s*\d+\s*年|(?:令和|平成)\s*\d+\s*年`)
	titleAt   = regexp.MustCompile(`[《〈『「]|["“][^"”]{4,}[,.，?!]["”]|["“].{4,},["”]|\*[^*]{3,80}\*`)
	pagesAt   = regexp.MustCompile(`第\s*\d+[\d\s~～—–-]*[页頁]|[页頁]\s*\d|\bpp?\.\s*\d|\d\s*쪽|\d면`)
	volumeAt  = regexp.MustCompile(`第\s*[\d０-９一二三四五六七八九十百]+\s*[期卷巻号號輯]|\b(?:[Vv]ol|[Nn]o|[Ii]ssue)\.?\s*\d|제?\s*\d+\s*[권호]|卷第|\d\(\d`)
	repeatAt  = regexp.MustCompile(`(?i)\bibid\b|op\. ?cit|同上|同前|前揭|前掲|앞의|위의|上揭|參見|参见|参照|참조|참고|轉引|转引|^see |\bcf\. |supra note`)
	presserAt = regexp.MustCompile(`出版社|出版公司|書局|书局|書店|出版部|신문사|출판|\bPress\b|Institution|Affairs|Journal|Review|Times\b|Reuters|Research|新聞|新闻网|학회|연구`)
)

// cues counts the signs in a block that it gives a source.
func (l *layout) cues(b *block) int {
	if b.cues == 0 {
		b.cues = 1 + cues(l.text(b))
	}
	return b.cues - 1
}

// cues counts the kinds of sign in a text that it gives a source: an address, a
// year, a title, a page, a volume, a publisher, a reference back.
func cues(r []rune) int {
	if len(r) < 3 {
		return 0
	}
	s := string(r[:min(len(r), longestCitation)])
	n := 0
	for _, re := range []*regexp.Regexp{urlAt, yearAt, titleAt, pagesAt, volumeAt, repeatAt, presserAt} {
		if re.MatchString(s) {
			n++
		}
	}
	return n
}

// affiliated reports whether a line names a post or an institution of learning.
func affiliated(r []rune) bool {
	s := strings.ToLower(string(r[:min(len(r), 400)]))
	for _, w := range words().affiliation {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

var (
	workEnd   = regexp.MustCompile(`[。.]?\s*[；;]\s*`)
	leadIn    = regexp.MustCompile(`(?i)^(?:参见|參見|参照|転引|转引自|轉引自|详见|詳見|另见|另見|又见|又見|见|見|载|載|see also|see|quoted in|cited in|cf\.|for example,)[:：,，\s]*`)
	cleanTail = regexp.MustCompile(`[\s,，、:：.。]+$`)
	urlRest   = regexp.MustCompile(`(?:https?://|www\.)[^。；，）」]*`)
	quoteRest = regexp.MustCompile(`^[\s,，、.。]*(?:载|載|收入|in|收錄於)?\s*`)
)

// cited reads the works that a note gives, as far as they can be told apart:
// author, title, outlet, date and address.
func cited(r []rune) []entente.CitedWork {
	if len(r) > 4*longestCitation {
		return nil
	}
	s := oneLine(r)
	var out []entente.CitedWork
	from := 0
	for _, cut := range append(workEnd.FindAllStringIndex(s, 20), []int{len(s), len(s)}) {
		if cut[0] <= from {
			continue
		}
		if w, ok := citedWork(s[from:cut[0]]); ok {
			out = append(out, w)
		}
		from = cut[1]
	}
	return out
}

var (
	// gbWork is a work in the style of GB/T 7714: 作者.题名[M].北京：出版社，2019.
	gbWork = regexp.MustCompile(`^([^.．]{2,60}(?:\s[A-Z])?)[.．]\s*([^\[]+)\[[A-Z]{1,2}(?:/OL)?\][.．]?\s*([^,，(（]*)(.*)$`)
	// book is an English book without quotes: Author, Title (Press, 2020).
	book = regexp.MustCompile(`^([^,(《〈「『“"]{3,60}), ([A-Z][^(《〈「『“"]+?) \((?:[^():]*: )?([^():]*?),? ((?:19|20)\d\d)\)`)
)

// oneLine writes a text without its line breaks: nothing for a break beside a
// Chinese character, a space for any other.
func oneLine(r []rune) string {
	out := make([]rune, 0, len(r))
	for i, c := range r {
		switch {
		case !lineEnd(c):
			out = append(out, c)
		case i > 0 && i+1 < len(r) && (ideograph(r[i-1]) && !hangul(r[i-1]) || ideograph(r[i+1]) && !hangul(r[i+1])):
		default:
			out = append(out, ' ')
		}
	}
	return string(out)
}

// citedWork reads one work; false if the text gives no title and no address.
func citedWork(s string) (entente.CitedWork, bool) {
	var w entente.CitedWork
	if at := urlRest.FindStringIndex(s); at != nil {
		w.URL = strings.TrimRight(strings.ReplaceAll(s[at[0]:at[1]], " ", ""), ".,")
		s = s[:at[0]]
	}
	for _, re := range []*regexp.Regexp{gbWork, book} {
		if m := re.FindStringSubmatch(s); m != nil {
			w.Author, w.Title, w.Outlet = strings.TrimSpace(m[1]), strings.TrimSpace(m[2]), strings.Trim(m[3], " .,，")
			w.Date, _ = dateIn(m[4])
			return w, true
		}
	}
	open, end := quoted(s)
	if open < 0 || remark(s, open) {
		return w, w.URL != ""
	}
	w.Author = cleanTail.ReplaceAllString(leadIn.ReplaceAllString(strings.TrimSpace(s[:open]), ""), "")
	w.Title = cleanTail.ReplaceAllString(inner(s[open:end]), "")
	rest := s[end:]
	rest = rest[len(quoteRest.FindString(rest)):]
	w.Outlet = outlet(rest)
	w.Date, _ = dateIn(rest)
	if issue := issueAt.FindStringSubmatch(rest); issue != nil && len(w.Date) == 4 {
		w.Date += " (no. " + issue[1] + issue[2] + ")"
	}
	if len([]rune(w.Author)) > 120 {
		w.Author = ""
	}
	return w, w.Title != ""
}

// remark reports whether what stands in quotation marks is said rather than a
// title: no author stands before it, and nothing beside it, no year, page, volume
// or publisher, gives a source.
func remark(s string, open int) bool {
	if c := []rune(s[open:])[0]; c == '《' || c == '〈' || c == '『' {
		return false
	}
	before := []rune(strings.TrimSpace(s[:open]))
	if n := len(before); n == 0 || n <= longestAuthor && in(before[n-1], "、，,") {
		return false
	}
	for _, re := range []*regexp.Regexp{yearAt, pagesAt, volumeAt, repeatAt, presserAt} {
		if re.MatchString(s) {
			return false
		}
	}
	return true
}

const longestAuthor = 16

var issueAt = regexp.MustCompile(`第\s*(\d+)\s*[期号號]|(?:[Nn]o\.|제)\s*(\d+)`)

// quotePairs are the marks that titles stand in.
var quotePairs = map[rune]rune{'《': '》', '〈': '〉', '「': '」', '『': '』', '“': '”', '"': '"'}

// quoted returns the place of the first title in quotes, -1 if there is none.
func quoted(s string) (open, end int) {
	var opener, closer rune
	depth := 0
	for i, c := range s {
		switch {
		case depth == 0:
			if cl, ok := quotePairs[c]; ok {
				opener, closer, open, depth = c, cl, i, 1
			}
		case c == closer:
			if depth--; depth == 0 {
				return open, i + len(string(c))
			}
		case c == opener:
			depth++
		}
	}
	if depth > 0 {
		return open, len(s)
	}
	return lostQuote(s)
}

// lostQuote finds the title whose opening quote was lost: what stands before
// a closing quote with a comma in it.
func lostQuote(s string) (open, end int) {
	for _, mark := range []string{`,"`, `,”`, `."`, `"`} {
		if i := strings.Index(s, mark); i > 0 {
			return 0, i + len(mark)
		}
	}
	return -1, -1
}

// inner strips the quotes from a title.
func inner(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		if _, ok := quotePairs[r[0]]; ok {
			r = r[1:]
		}
	}
	if n := len(r); n > 0 && in(r[n-1], "》〉」』”\"") {
		r = r[:n-1]
	}
	return strings.TrimSpace(string(r))
}

// outlet is what stands after a title: the next title in quotes, or the words
// up to the next comma.
func outlet(s string) string {
	if s == "" {
		return ""
	}
	if first := []rune(s)[0]; in(first, "《『〈「") {
		if open, end := quoted(s); open == 0 {
			return s[:end]
		}
	}
	cut := strings.IndexAny(s, ",，、;；(（")
	if cut < 0 {
		cut = len(s)
	}
	s = strings.Trim(s[:cut], " *_.。")
	if date, _ := dateIn(s); date != "" || len([]rune(s)) > 80 {
		return ""
	}
	return s
}
