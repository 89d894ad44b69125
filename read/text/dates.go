package text

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	dateCJK   = regexp.MustCompile(`((?:19|20)\d\d|[二一][〇○零九][〇○零一二三四五六七八九]{2})\s*[年년]\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月월]\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日일])?)?`)
	dateISO   = regexp.MustCompile(`\b((?:19|20)\d\d)\s?[-./]\s?(\d{1,2})(?:\s?[-./]\s?(\d{1,2}))?`)
	dateEra   = regexp.MustCompile(`(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?`)
	dateUS    = regexp.MustCompile(`\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)`)
	dateUK    = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+((?:19|20)\d\d)`)
	dateMonth = regexp.MustCompile(`\b([A-Z][a-z]{2,8})\.?,?\s+((?:19|20)\d\d)`)
	dateYear  = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
)

// eras give the year before the first of an era.
var eras = map[string]int{"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

// dateIn returns the first date in a short text as YYYY, YYYY-MM or YYYY-MM-DD,
// and the text that gives it; "" if there is none.
func dateIn(s string) (date, as string) {
	s = strings.Map(asciiDigit, s)
	if m := dateCJK.FindStringSubmatch(s); m != nil {
		if d := isoDate(cjkYear(m[1]), cjkNumber(m[2]), cjkNumber(m[3])); d != "" {
			return d, m[0]
		}
	}
	if m := dateEra.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			n = 1
		}
		return isoDate(eras[m[1]]+n, cjkNumber(m[3]), cjkNumber(m[4])), m[0]
	}
	if m := dateISO.FindStringSubmatch(s); m != nil {
		if d := isoDate(cjkYear(m[1]), cjkNumber(m[2]), cjkNumber(m[3])); len(d) > 4 {
			return d, m[0]
		}
	}
	if m := dateUS.FindStringSubmatch(s); m != nil && month(m[1]) > 0 {
		return isoDate(cjkYear(m[3]), month(m[1]), cjkNumber(m[2])), m[0]
	}
	if m := dateUK.FindStringSubmatch(s); m != nil && month(m[2]) > 0 {
		return isoDate(cjkYear(m[3]), month(m[2]), cjkNumber(m[1])), m[0]
	}
	if m := dateMonth.FindStringSubmatch(s); m != nil && month(m[1]) > 0 {
		return isoDate(cjkYear(m[2]), month(m[1]), 0), m[0]
	}
	if m := dateYear.FindString(s); m != "" {
		return m, m
	}
	return "", ""
}

func asciiDigit(c rune) rune {
	if c >= '０' && c <= '９' {
		return c - '０' + '0'
	}
	return c
}

func month(name string) int { return words().months[strings.ToLower(name)] }

// isoDate writes a date as far as its parts are possible.
func isoDate(year, month, day int) string {
	switch {
	case year == 0:
		return ""
	case month < 1 || month > 12:
		return fmt.Sprintf("%04d", year)
	case day < 1 || day > 31:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// cjkYear reads 2025 and 二〇二五.
func cjkYear(s string) int {
	n := 0
	for _, c := range s {
		switch i := strings.IndexRune("〇一二三四五六七八九", c); {
		case i >= 0:
			n = n*10 + i/3
		case c == '○' || c == '零':
			n *= 10
		case digit(c):
			n = n*10 + digitValue(c)
		}
	}
	return n
}

func cjkNumber(s string) int { return hanValue([]rune(s)) }
