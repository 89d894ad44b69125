// Package quantity reads numbers with their units, and dates, in Chinese,
// Japanese, Korean and English. It works on folded text (package fold), knows
// one run of text and nothing around it: what year "March 4" belongs to, and
// whose quantity "3 %" is, the caller decides.
package quantity

// A Number is a number with what it counts, at text[Start:End].
type Number struct {
	Start, End int
	NumStart   int     // the numeral alone is text[NumStart:NumEnd]
	NumEnd     int     //
	Value      float64 // in base units: 11.8亿 is 1180000000, 三成 is 30 %
	Vague      bool    // only an order of magnitude: 数千亿; Value is its lower end
	Unit       string  // %, pp, an ISO 4217 code, year, month, week, day, hour, age, times, fraction, or "" for things and bare numbers
	Counter    string  // the counting word, as written: 次, 艘, times
	Ordinal    bool    // third, 第三次
	Lone       bool    // one CJK numeral or English number word and no unit: often part of a word, not a number
	Approx     bool    // about, 约, 左右, 余
	Bound      Bound
	High       float64 // upper end of a range such as 3至5年; otherwise Value
}

// A Bound says on which side of the number the quantity lies.
type Bound int8

// The bounds.
const (
	Exact   Bound = iota
	AtMost        // below, 以下, up to
	AtLeast       // over, 以上, at least
)

// A Point is a day, month or year as a text names it. What it leaves out is
// zero, to be taken from what Base points at.
type Point struct {
	Year, Month, Day int
	Base             Base
	Shift            Shift // added to the base
	Weekday          int   // 1 Monday to 7 Sunday; 0 none
	Part             Part  // of the finest unit given
	Quarter          int   // 1 to 4, also of a season from spring on; 0 none
	Season           bool  // Quarter counts seasons: spring is March to May
	Span             int   // years covered by a decade or century (10, 100); 0 otherwise
	Grain            Grain // finest unit named, by a number or by a word such as 同日
	Turn             int   // 1: the next such month behind the base (the following May), -1: the last before it
}

// A Grain is a calendar unit.
type Grain int8

// The grains, from coarse to fine.
const (
	Year Grain = iota
	Month
	Week
	Day
)

// A Base is what a relative date counts from.
type Base int8

// The bases.
const (
	Absent    Base = iota // no word for it: "March 4" lacks its year
	Reference             // the day of writing: last year, 今年
	Context               // the date spoken of before: that year, 同日
	Following             // the date that comes next: three days after she took office on October 21
	Beside                // the date before it in the sentence: on Oct. 28, one week after parliament elected her
)

// A Shift is a distance in calendar units.
type Shift struct{ Years, Months, Weeks, Days int }

// A Part is a part of a year or a month.
type Part int8

// The parts: 初, 中旬, 底, 上半年, 下半年.
const (
	Whole Part = iota
	Early
	Mid
	Late
	FirstHalf
	SecondHalf
)

// A Date is a date or a range of dates at text[Start:End].
type Date struct {
	Start, End int
	From       Point
	To         *Point // end of a range, nil for a single date
}

// Absolute reports whether p names its own year.
func (p Point) Absolute() bool { return p.Year != 0 }
