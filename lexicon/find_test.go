package lexicon

import (
	"strings"
	"testing"

	"github.com/ententelab/entente/fold"
)

func BenchmarkFind(b *testing.B) {
	l := Default()
	text := fold.String(strings.Repeat("近年来,美国在亚太地区不断调整政策,要求日本、韩国等盟友分担更多费用,并推动美日菲澳四边防务合作。与此同时,会议讨论了经济安全与供应链问题,各方同意加强协调。", 200))
	b.SetBytes(int64(len(text)))
	r := []rune(text)
	for b.Loop() {
		l.Find(r)
	}
}

func BenchmarkBuild(b *testing.B) {
	l := Default()
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			build(l.files, l.concepts)
		}
	})
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			shippedLexicon()
		}
	})
}
