package paper

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// chartFrame places chart N in the text, 17 cm wide.
const chartFrame = `<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="6120000" cy="2700000"/><wp:docPr id="%d" name="Chart %d"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="%s"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

// docx is the chart as Word draws it: points and lines over years.
func (c *Chart) docx() string {
	x0, x1, y1 := c.bounds()
	var b strings.Builder
	b.WriteString(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	rows := c.rows()
	for n, s := range c.Series {
		if len(s.Points) > 0 {
			s.docx(&b, n, rows)
		}
	}
	b.WriteString(`<c:axId val="1"/><c:axId val="2"/></c:scatterChart>`)
	fmt.Fprintf(&b, `<c:valAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/><c:max val="%g"/><c:min val="%g"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:majorUnit val="%g"/></c:valAx>`, x1, x0, max(1, float64(int((x1-x0)/10))))
	fmt.Fprintf(&b, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="%g"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E2E8F0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:p><a:r><a:rPr sz="900" b="0"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="min"/><c:majorUnit val="1"/></c:valAx>`, y1, xmlText(c.Unit))
	b.WriteString(`</c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart></c:chartSpace>`)
	return b.String()
}

// A row of a chart's table: a time, and the series that has a value there.
type row struct {
	Point
	of int
}

// rows are the points of all series by time. The series of a chart share one
// column of times: some programs draw only what follows the last one.
func (c *Chart) rows() []row {
	var out []row
	for i, s := range c.Series {
		for _, p := range s.Points {
			out = append(out, row{p, i})
		}
	}
	slices.SortStableFunc(out, func(a, b row) int { return cmp.Compare(a.X, b.X) })
	return out
}

func (s *Plotted) docx(b *strings.Builder, n int, rows []row) {
	fmt.Fprintf(b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:v>%s</c:v></c:tx>`, n, n, xmlText(s.Name))
	if s.Joined {
		fmt.Fprintf(b, `<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`, s.Color)
	} else {
		fmt.Fprintf(b, `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:marker>`, s.Color)
		b.WriteString(`<c:dLbls><c:spPr><a:noFill/></c:spPr><c:dLblPos val="t"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
	}
	fmt.Fprintf(b, `<c:xVal><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, len(rows))
	for i, r := range rows {
		fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%.6g</c:v></c:pt>`, i, r.X)
	}
	fmt.Fprintf(b, `</c:numLit></c:xVal><c:yVal><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, len(rows))
	for i, r := range rows {
		if r.of == n {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%.4g</c:v></c:pt>`, i, r.Y)
		}
	}
	b.WriteString(`</c:numLit></c:yVal>`)
	b.WriteString(`<c:smooth val="0"/></c:ser>`)
}
