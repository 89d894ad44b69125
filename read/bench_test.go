package read

import (
	"strings"
	"testing"
)

// BenchmarkRead reads made-up articles of a megabyte: bytes per second is what
// counts.
func BenchmarkRead(b *testing.B) {
	for name, paragraph := range map[string]string{
		"zh": "两国防长在会谈中强调，今年防务开支将提高到国内生产总值的2%，并就“前沿部署”达成共识。①有关官员指出（见上文），同盟的作用因此扩大。\n\n",
		"en": "The ministers met in Washington, D.C. on March 3, 2025. They agreed that spending would rise to 2.5 percent of GDP, and that \"forward presence\" mattered.\n\n",
		"ko": "양국 장관은 2025년 3월 회담에서 방위비를 늘리기로 합의했다고 밝혔다. 이에 따라 동맹의 역할이 커질 것이다.\n\n",
	} {
		data := []byte(strings.Repeat(paragraph, 1<<20/len(paragraph)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read("x.txt", data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
