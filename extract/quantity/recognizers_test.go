package quantity

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ententelab/entente/fold"
)

var update = flag.Bool("update", false, "rewrite golden files")

// A peerCase is one case of the Recognizers-Text suite (MIT), as its JSON has it.
type peerCase struct {
	Input        string
	NotSupported string
	Context      struct{ ReferenceDateTime string }
	Results      []peerResult
}

type peerResult struct {
	Text, Type, TypeName string
	Resolution           struct{ Value, IsoCurrency, Unit any }
	Value                *struct {
		Timex                            string
		FutureResolution, PastResolution map[string]string
	}
}

// peerRoot is where the suite lies; the test says so and stops if it is absent.
func peerRoot(t *testing.T) string {
	root := os.Getenv("ENTENTE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	root = filepath.Join(root, "peers", "recognizers")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("SKIPPED: the peers' cases are not here (%s); set ENTENTE_SHARED", root)
	}
	return root
}

// tally is how one file went.
type tally struct {
	pass, fail int
	failed     []int
	aside      map[string]int
}

// TestRecognizers runs the cases of the suite that its .NET reference supports,
// and compares what fails with the committed table: by file and index, since
// the sentences are not ours to copy.
func TestRecognizers(t *testing.T) {
	root := peerRoot(t)
	var out bytes.Buffer
	fmt.Fprintln(&out, "# Cases of Recognizers-Text: file, passed/tried, share; set aside by reason; indices of failures.")
	for _, lang := range []string{"Chinese", "English", "Japanese", "Korean"} {
		sum := tally{}
		for _, f := range []struct {
			path  string
			judge func(peerCase) bool
		}{
			{"Number/%s/NumberModel.json", judgeNumber},
			{"Number/%s/PercentModel.json", judgePercent},
			{"NumberWithUnit/%s/CurrencyModel.json", judgeCurrency},
			{"DateTime/%s/DateExtractor.json", judgeDate},
			{"DateTime/%s/DateParser.json", judgeDate},
			{"DateTime/%s/DatePeriodExtractor.json", judgeDate},
			{"DateTime/%s/DatePeriodParser.json", judgeDate},
		} {
			name := fmt.Sprintf(f.path, lang)
			ta := runPeer(t, filepath.Join(root, name), f.judge)
			sum.pass, sum.fail = sum.pass+ta.pass, sum.fail+ta.fail
			fmt.Fprintf(&out, "%s %d/%d %.1f%%\n", name, ta.pass, ta.pass+ta.fail, share(ta))
			for _, why := range slices.Sorted(maps.Keys(ta.aside)) {
				fmt.Fprintf(&out, "  aside %d: %s\n", ta.aside[why], why)
			}
			fmt.Fprintf(&out, "  failed %s\n", strings.Trim(fmt.Sprint(ta.failed), "[]"))
		}
		fmt.Fprintf(&out, "%s %d/%d %.1f%%\n\n", lang, sum.pass, sum.pass+sum.fail, share(sum))
	}
	golden(t, "testdata/recognizers.txt", out.Bytes())
}

func share(ta tally) float64 { return 100 * float64(ta.pass) / float64(max(1, ta.pass+ta.fail)) }

func golden(t *testing.T, name string, got []byte) {
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (run with -update to accept):\n%s", name, got)
	}
}

func runPeer(t *testing.T, path string, judge func(peerCase) bool) tally {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []peerCase
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &cases); err != nil {
		t.Fatal(path, err)
	}
	ta := tally{aside: map[string]int{}}
	for i, c := range cases {
		if strings.Contains(c.NotSupported, "dotnet") {
			continue
		}
		if why := setAside(c); why != "" {
			ta.aside[why]++
			continue
		}
		if judge(c) {
			ta.pass++
		} else {
			ta.fail++
			ta.failed = append(ta.failed, i)
		}
	}
	return ta
}

// Reasons why a case is none that a policy document holds. Each is tried on the
// text that the case wants found.
var aside = []struct {
	why   string
	match *regexp.Regexp
}{
	{"powers, e-notation and spoken arithmetic (2^5, one over twenty)", regexp.MustCompile(`(?i)\^|\de[+-]?\d|\bover\b|\bin twenty|point .*-|又|분의.*분의`)},
	{"compound fractions in words or figures (one and two fifths, 1 4/5, a twenty-first)", regexp.MustCompile(`(?i)\band\b.*(half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|teenth|tieth|hundredth)|(first|ird|th|firsts|seconds|[^d]ths|hundredths|hundred-fifths|trillionths)$|[0-9] +[0-9]+/[0-9]|[과와] ?.*분의|마이너스.*분의|분의.*마이너스|の.*分の|と.*分の|마이너스 백`)},
	{"spoken decimals (nine point nought four) and telephone or network numbers", regexp.MustCompile(`(?i)\bpoint\b|점 ?[영일이삼사오육칠팔구]|nought|naught|点[一二三四五六七八九〇零]+`)},
	{"abbreviated magnitudes and shorthand (10G, 1.2b, 40k, dozs)", regexp.MustCompile(`(?i)^[-–]? *[0-9.]+ *[kgmbt]$|doz|lakh|crore`)},
	{"discounts (八折)", regexp.MustCompile(`折`)},
	{"dozens counted in Chinese and Japanese (十打)", regexp.MustCompile(`打|ダース|다스`)},
	{"day and month in an order that the text does not tell (3-7-07, 12/1)", regexp.MustCompile(`(^|[^0-9])[0-9]{1,2}[-/.][0-9]{1,2}([-/., ]+[0-9]{2,4})?($|[^0-9])`)},
	{"a bare day of an unnamed month in English (the 27th)", regexp.MustCompile(`(?i)^(for )?(the )?([0-9]{1,2}(st|nd|rd|th)?|(twenty|thirty)?[- ]?(first|second|third|[a-z]+th)|thirty|[a-z]+teen)$`)},
	{"spans counted from the day of asking (three days ago, the next two weeks)", regexp.MustCompile(`(?i)\b(ago|later|from now|from today|from tomorrow|from yesterday|hence|before yesterday|before today|after today|after tomorrow)\b|\b(next|last|past|coming|previous|within|within the next|less than|more than|upcoming|following)( the| few| couple of| couple|)? ?([0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|several|decade)\b|^[近过過未前后後上下这這][^年月周日天]*[0-9一二两三四五六七八九十几幾数]+ ?[个個]?(年|月|周|星期|天|日|小时)|(今后|今後|将来|過去|直近|次|最近|ここ|この先)の?[0-9一二三四五六七八九十数]+|[0-9一二两三四五六七八九十]+(日|天|周|週|週間|か月|ヶ月|カ月|個月|个月|年|日間)(と|零)?[^,]{0,6}(前|后|後|以内|以後)|[0-9이일삼사오육칠팔구십두세네한몇]+ ?(일|주|주일|개월|달|년|해|이틀|사흘)[^,]{0,8}(전|후|뒤|이내|안)|(앞으로|지난|다음|향후|최근|이전) ?[0-9이일삼사오육칠팔구십두세네한몇]+|이틀|사흘|나흘`)},
	{"weeks, weekends and the rest of one", regexp.MustCompile(`(?i)\bweek|weekend|\bwk\b|rest of|周末|週末|这周|残り|주말|남은|나머지|[이다지]번? ?주|주 ?(초|중반|후반)|週|周`)},
	{"seasons", regexp.MustCompile(`(?i)spring|summer|autumn|\bfall\b|winter|[春夏秋冬]|봄|여름|가을|겨울`)},
	{"years spoken in English words, and nicknames of decades", regexp.MustCompile(`(?i)nineteen|twenty (ten|twenty|sixteen|eighteen|o)|noughties|(sixties|seventies|eighties|nineties)|two thousand`)},
	{"vague times of chat (recently, the last day, later this year)", regexp.MustCompile(`(?i)最近|後で|later|earlier|最後の日|次の日|last day|next day|the day$|그날|その日|この間|以上|이 날|my day|upcoming|this coming|최근|나중`)},
	{"feast days and the farmers' calendar", regexp.MustCompile(`大年|农历|農曆|除夕|正月|旧暦|음력|神龙`)},
	{"coins, and currencies out of use or unofficial", regexp.MustCompile(`(?i)\bcents?\b|\bpence\b|markka|peseta|guilder|lire|\bmarks?\b|francs|schilling|satoshi|bitcoin|litecoin|ரூ|MUSD|points?|[分角毛]|セント|센트|비트|전$|マルク|フラン|リラ|마르크|프랑|리라|굴덴|ペセタ|페세타|실링|シリング`)},
}

// numeric are the reasons, by their first letters, that concern bare numbers.
var numeric = map[string]bool{"powers,": true, "dozens ": true, "compoun": true, "spoken ": true, "abbrevi": true}

// setAside names the reason why a case is left out, "" if it is tried.
func setAside(c peerCase) string {
	for _, r := range c.Results {
		if r.Value != nil {
			x := r.Value.Timex
			switch {
			case strings.Contains(x, "-WXX-") || strings.Contains(x, "-#"):
				return "nth weekday of a month (the second Monday of May)"
			case strings.HasSuffix(x, "-WE"), strings.Contains(x, "-W"):
				return "weeks, weekends and the rest of one"
			}
		}
		for _, a := range aside {
			if a.match.MatchString(r.Text) && (r.Type != "" || r.TypeName == "number" && numeric[a.why[:7]] || r.TypeName == "percentage" && strings.HasPrefix(a.why, "discounts") || r.TypeName == "currency" && strings.HasPrefix(a.why, "coins")) {
				return a.why
			}
		}
	}
	return ""
}

func squeeze(s string) string {
	s = strings.ToLower(fold.String(s))
	return strings.NewReplacer(" ", "", "，", ",", "の", "").Replace(s)
}

func text(r []rune, i, j int) string { return squeeze(string(r[i:j])) }

func judgeNumber(c peerCase) bool {
	r := []rune(fold.String(c.Input))
	var got []string
	for _, n := range Numbers(r) {
		if !n.Ordinal && !(n.Lone && len(c.Results) == 0) {
			got = append(got, text(r, n.NumStart, n.NumEnd)+"="+number(n.Value))
		}
	}
	return agree(c, got, func(p peerResult) (string, string) { return squeeze(p.Text), fmt.Sprint(p.Resolution.Value) })
}

// agree reports whether each wanted result is among got, as text=value.
func agree(c peerCase, got []string, want func(peerResult) (text, value string)) bool {
	for _, p := range c.Results {
		tx, value := want(p)
		found := slices.ContainsFunc(got, func(g string) bool {
			gt, gv, _ := strings.Cut(g, "=")
			return (gt == tx || value != "" && overlapping(gt, tx)) && (value == "<nil>" || sameNumber(gv, value))
		})
		if !found {
			return false
		}
	}
	return len(c.Results) > 0 || len(got) == 0
}

// overlapping allows a word more or less at either end, such as an article.
func overlapping(a, b string) bool {
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }

func sameNumber(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(strings.TrimSuffix(b, "%"), 64)
	if err1 != nil || err2 != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-6*max(1, math.Abs(x), math.Abs(y))
}

func judgePercent(c peerCase) bool {
	r := []rune(fold.String(c.Input))
	var got []string
	for _, n := range Numbers(r) {
		if n.Unit == "%" || n.Unit == "pp" {
			got = append(got, text(r, n.Start, n.End)+"="+number(n.Value))
		}
	}
	return agree(c, got, func(p peerResult) (string, string) { return squeeze(p.Text), fmt.Sprint(p.Resolution.Value) })
}

func judgeCurrency(c peerCase) bool {
	r := []rune(fold.String(c.Input))
	var got []string
	for _, n := range Numbers(r) {
		if len(n.Unit) == 3 && n.Unit == strings.ToUpper(n.Unit) {
			got = append(got, text(r, n.Start, n.End)+"="+number(n.Value))
		}
	}
	return agree(c, got, func(p peerResult) (string, string) { return squeeze(p.Text), fmt.Sprint(p.Resolution.Value) })
}

// judgeDate compares dates: as text where the case gives no value, as days
// otherwise, against either reading of the reference, past or future.
func judgeDate(c peerCase) bool {
	r := []rune(fold.String(c.Input))
	ref := ParseCivil(strings.Split(c.Context.ReferenceDateTime, "T")[0])
	dates := Dates(r)
	for _, p := range c.Results {
		if !slices.ContainsFunc(dates, func(d Date) bool { return sameDate(r, d, p, ref) }) {
			return false
		}
	}
	return len(c.Results) > 0 || len(dates) == 0
}

func sameDate(r []rune, d Date, p peerResult, ref Civil) bool {
	tx := text(r, d.Start, d.End)
	if p.Value == nil {
		return tx == squeeze(p.Text) || overlapping(tx, squeeze(p.Text)) && len(tx)*2 >= len(squeeze(p.Text))
	}
	from, until, ok := d.Interval(ref, ref)
	if !ok {
		return false
	}
	for _, want := range []map[string]string{p.Value.PastResolution, p.Value.FutureResolution} {
		if want["date"] != "" && sameDay(want["date"], from, d.From, ref) {
			return true
		}
		if want["startDate"] != "" && sameDay(want["startDate"], from, d.From, ref) && (want["endDate"] == "" || sameEnd(want["endDate"], until, d, ref)) {
			return true
		}
	}
	return false
}

// sameDay compares days; a date without its year agrees in any year.
func sameDay(want string, got Civil, p Point, _ Civil) bool {
	w := ParseCivil(want)
	if p.Year == 0 && p.Base == Absent && p.Month != 0 {
		return w.Month == got.Month && w.Day == got.Day
	}
	if p.Year == 0 && p.Base == Absent {
		return w.Day == got.Day
	}
	return w == got
}

func sameEnd(want string, until Civil, d Date, ref Civil) bool {
	p := d.From
	if d.To != nil {
		p = *d.To
	}
	if d.To != nil {
		if begin, _, ok := d.To.interval(ref, ref); ok && sameDay(want, begin, p, ref) {
			return true // the suite ends 2016至2018年 with the first day of 2018
		}
	}
	return sameDay(want, until, p, ref) || d.To != nil && sameDay(want, civilOf(until.time().AddDate(0, 0, -1)), p, ref)
}
