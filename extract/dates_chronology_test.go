package extract

import (
	"slices"
	"testing"

	"github.com/ententelab/entente/lexicon"
	"github.com/ententelab/entente/read"
)

// TestChronology reads texts that leave years out, and wants the dates that their
// readers would give.
func TestChronology(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"the story goes on into the next year",
			"On November 7, 2025, the minister answered the opposition. On November 14 the embassy closed a consulate. On December 6 two ships met off the island. In January the ban was widened.",
			[]string{"2025-11-07", "2025-11-14", "2025-12-06", "2026-01"}},
		{"a later date with its year tells when it was written",
			"The bargain was struck on July 22, 2025. In June a paper had told of the figure. At the summit on October 28 nobody spoke of it. The strategy that the Pentagon released in January 2026 did.",
			[]string{"2025-07-22", "2025-06", "2025-10-28", "2026-01"}},
		{"who holds an office tells when it was written",
			"The talks began in April 2025. On February 8 Prime Minister Sanae Takaichi won the election. The budget had passed in December.",
			[]string{"2025-04", "2026-02-08", "2025-12"}},
		{"a plan does not say when it was written",
			"2025年10月21日,新政府成立。两党10月20日签署协议,提出由2027年度提前到本年度达标。11月的民调显示支持者占六成。",
			[]string{"2025-10-21", "2025-10-20", "2025-11"}},
		{"this year is behind what was told of last year",
			"2025年10月30日,两国领导人会晤。11月7日,日本首相答辩。12月6日,两军飞机相遇。今年1月6日,中方宣布禁令。2月,双方恢复磋商。",
			[]string{"2025-10-30", "2025-11-07", "2025-12-06", "2026-01-06", "2026-02"}},
		{"a month to come is ahead of the day of writing",
			"同盟观察\n\n2026年2月3日\n\n去年12月,内阁批准了预算。国会将于6月表决法案。1月15日,两国首脑会谈。",
			[]string{"2025-12", "2026-06", "2026-01-15"}},
		{"an old year keeps its sentence only",
			"同盟观察\n\n2026年2月3日\n\n1960年1月19日,两国在华盛顿签约,6月23日条约生效。今年1月,两国防长会谈,12月的预算案已获批准。",
			[]string{"1960-01-19", "1960-06-23", "2026-01", "2025-12"}},
		{"a year long past goes on in its paragraph",
			"Notes on an Alliance\n\nFebruary 20, 2026\n\nOn January 11, 2023, the ministers met. In May the leaders gathered; on the 20th Zelensky flew in. On August 21 the three presidents met at Camp David.",
			[]string{"2023-01-11", "2023-05", "2023-05-20", "2023-08-21"}},
		{"what runs out has not run out",
			"The bargain was struck on July 22, 2025. On October 28 the leaders met. On January 6 the ban was widened. The accord on costs runs out on March 31, 2027.",
			[]string{"2025-07-22", "2025-10-28", "2026-01-06", "2027-03-31"}},
		{"a date alone in the clause that its sentence opens with leads on",
			"Notes on an Alliance\n\nFebruary 20, 2026\n\nWhen the commission heard the allies in February 2009, an embassy spoke up. The minister disowned it in September. In a letter dated 24 December he denied it.",
			[]string{"2009-02", "2009-09", "2009-12-24"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			docs, err := read.Read("text.txt", []byte(test.text+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			p := newPassage(docs[0], lexicon.Default())
			var got []string
			for i := range p.sentences {
				for _, d := range p.datesIn(&p.sentences[i]) {
					if !d.period && !p.sentences[i].Heading && d.Start >= 0 && p.sentences[i].Start >= p.calendar.head {
						got = append(got, d.from.String())
					}
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
