package paper

import (
	"fmt"
	"strings"
)

// figure places a chart or a diagram that Word draws itself.
func (d *docx) figure(f *Figure) {
	switch {
	case f.Chart != nil:
		d.charts = append(d.charts, f.Chart)
		fmt.Fprintf(&d.b, chartFrame, len(d.charts), len(d.charts), chartID(len(d.charts)-1))
	case f.Diagram != nil:
		f.Diagram.docx(&d.b, f.Caption)
	}
	d.paragraph("Caption", plain(f.Caption))
}

// figureWide is the width of a figure, 17 cm, in the units of drawings.
const figureWide = 6120000

// docx is the diagram as a group of shapes. Inside it a pixel is 1000 units.
func (g *Diagram) docx(b *strings.Builder, caption string) {
	high := int(figureWide * g.High / g.Wide)
	fmt.Fprintf(b, `<w:p><w:pPr><w:keepNext/></w:pPr><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" Requires="wpg"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="%d" cy="%d"/><wp:docPr id="100" name="Map" descr="%s"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/><a:chOff x="0" y="0"/><a:chExt cx="%.0f" cy="%.0f"/></a:xfrm></wpg:grpSpPr>`,
		figureWide, high, xmlText(caption), figureWide, high, 1000*g.Wide, 1000*g.High)
	for i := range g.Arrows {
		g.Arrows[i].docx(b, g)
	}
	size := max(10, int(2*12*figureWide/12700/g.Wide)) // half points, as large as in the drawing
	for i := range g.Boxes {
		g.Boxes[i].docx(b, size)
	}
	b.WriteString(`</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`)
}

// docx draws the arrow on a shape as large as the whole diagram.
func (a *Arrow) docx(b *strings.Builder, g *Diagram) {
	color, dash := plusColor, "solid"
	if a.Minus {
		color, dash = minusColor, "dash"
	}
	fmt.Fprintf(b, `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%.0f" cy="%.0f"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="%.0f" h="%.0f" fill="none"><a:moveTo>%s</a:moveTo><a:cubicBezTo>%s%s%s</a:cubicBezTo></a:path></a:pathLst></a:custGeom><a:noFill/><a:ln w="%.0f"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:prstDash val="%s"/><a:tailEnd type="triangle"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`,
		1000*g.Wide, 1000*g.High, 1000*g.Wide, 1000*g.High, at(a.X0, a.Y0), at(a.X0+a.Bend, a.Y0), at(a.X1-a.Bend, a.Y1), at(a.X1, a.Y1), 6350*a.Width, strings.ToUpper(color), dash)
}

func at(x, y float64) string { return fmt.Sprintf(`<a:pt x="%.0f" y="%.0f"/>`, 1000*x, 1000*y) }

func (x *Box) docx(b *strings.Builder, size int) {
	sep := " "
	if text := strings.Join(x.Lines, ""); columnsOf(text) > len([]rune(text)) { // Chinese runs on
		sep = ""
	}
	fmt.Fprintf(b, `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="%.0f" y="%.0f"/><a:ext cx="%.0f" cy="%.0f"/></a:xfrm><a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="4A5568"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="%d"/></w:rPr><w:t>%s</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>`,
		1000*x.X, 1000*x.Y, 1000*boxWide, 1000*boxHigh, size, xmlText(strings.Join(x.Lines, sep)))
}
