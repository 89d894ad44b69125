package paper

import (
	"archive/zip"
	_ "embed"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

//go:embed docx_styles.xml
var docxStyles string

//go:embed docx_numbering.xml
var docxNumbering string

// docxWide is the width of the text in twentieths of a point: A4 with margins
// of 2 cm.
const docxWide = 9638

// WriteDOCX writes the paper as a Word file. Citations are links to the
// numbered list of sources at the end. The same paper gives the same bytes.
func (p *Paper) WriteDOCX(w io.Writer) error {
	d := &docx{paper: p}
	body := d.body()
	z := zip.NewWriter(w)
	parts := [][2]string{
		{"[Content_Types].xml", d.contentTypes()},
		{"_rels/.rels", relations([3]string{"rId1", "officeDocument", "word/document.xml"})},
		{"word/document.xml", body},
		{"word/styles.xml", xml.Header + docxStyles},
		{"word/numbering.xml", xml.Header + docxNumbering},
		{"word/footer1.xml", xml.Header + `<w:ftr xmlns:w="` + wordNS + `"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`},
	}
	links := [][3]string{{"rId1", "styles", "styles.xml"}, {"rId2", "numbering", "numbering.xml"}, {"rId3", "footer", "footer1.xml"}}
	for i, c := range d.charts {
		name := fmt.Sprintf("charts/chart%d.xml", i+1)
		links = append(links, [3]string{chartID(i), "chart", name})
		parts = append(parts, [2]string{"word/" + name, c.docx()})
	}
	parts = append(parts, [2]string{"word/_rels/document.xml.rels", relations(links...)})
	for _, part := range parts {
		f, err := z.Create(part[0])
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part[1]); err != nil {
			return err
		}
	}
	return z.Close()
}

const (
	wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

func chartID(i int) string { return fmt.Sprintf("rIdChart%d", i+1) }

func relations(list ...[3]string) string {
	var b strings.Builder
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range list {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, r[0], relNS, r[1], r[2])
	}
	return b.String() + "</Relationships>"
}

// A docx is a paper on its way into a Word file.
type docx struct {
	paper  *Paper
	b      strings.Builder
	marks  int // bookmarks so far
	charts []*Chart
}

func (d *docx) contentTypes() string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var b strings.Builder
	b.WriteString(xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"numbering", "numbering"}, {"footer1", "footer"}} {
		fmt.Fprintf(&b, `<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, p[0], word, p[1])
	}
	for i := range d.charts {
		fmt.Fprintf(&b, `<Override PartName="/word/charts/chart%d.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`, i+1)
	}
	return b.String() + "</Types>"
}

func (d *docx) body() string {
	d.b.WriteString(xml.Header + `<w:document xmlns:w="` + wordNS + `" xmlns:r="` + relNS + `"><w:body>`)
	d.paragraph("Title", plain(d.paper.Title))
	for _, block := range d.paper.Blocks {
		d.block(block)
	}
	d.paragraph("Heading1", plain(phrases["sources"][d.paper.Lang]))
	for i, s := range d.paper.Sources {
		d.marks++
		fmt.Fprintf(&d.b, `<w:p><w:pPr><w:pStyle w:val="Source"/></w:pPr><w:bookmarkStart w:id="%d" w:name="s%d"/>%s<w:bookmarkEnd w:id="%d"/></w:p>`, d.marks, i+1, wordRun(Run{Text: s}), d.marks)
	}
	d.b.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return d.b.String()
}

func (d *docx) block(block Block) {
	switch t := block.(type) {
	case Heading:
		d.paragraph(fmt.Sprint("Heading", t.Level), plain(t.Text))
	case Text:
		d.paragraph("BodyText", t.Runs)
	case List:
		for _, item := range t.Items {
			d.paragraph("ListBullet", item)
		}
	case Table:
		d.table(&t)
	case Figure:
		d.figure(&t)
	}
}

func (d *docx) paragraph(style string, list []Run) {
	fmt.Fprintf(&d.b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style)
	d.runs(list)
	d.b.WriteString("</w:p>")
}

func (d *docx) runs(list []Run) {
	for _, r := range list {
		d.b.WriteString(wordRun(r))
	}
}

// wordRun writes a run; a citation is a link to the source's bookmark.
func wordRun(r Run) string {
	if r.Cite > 0 {
		return fmt.Sprintf(`<w:hyperlink w:anchor="s%d" w:history="1"><w:r><w:rPr><w:rStyle w:val="Citation"/></w:rPr><w:t>[%d]</w:t></w:r></w:hyperlink>`, r.Cite, r.Cite)
	}
	props := ""
	switch {
	case r.Bold:
		props = "<w:rPr><w:b/></w:rPr>"
	case r.Soft:
		props = `<w:rPr><w:color w:val="4A5568"/><w:sz w:val="18"/></w:rPr>`
	}
	return `<w:r>` + props + `<w:t xml:space="preserve">` + xmlText(r.Text) + `</w:t></w:r>`
}

// xmlText escapes text and drops what XML cannot hold.
func xmlText(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes every write
	return b.String()
}

func (d *docx) table(t *Table) {
	d.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Report"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for i := range t.Widths {
		fmt.Fprintf(&d.b, `<w:gridCol w:w="%d"/>`, t.wide(i))
	}
	d.b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, h := range t.Head {
		d.cell(t, i, "TableHead", plain(h))
	}
	d.b.WriteString(`</w:tr>`)
	for _, row := range t.Rows {
		d.b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, cell := range row {
			d.cell(t, i, "TableText", cell)
		}
		d.b.WriteString(`</w:tr>`)
	}
	d.b.WriteString(`</w:tbl>`)
	d.paragraph("AfterTable", nil)
}

func (t *Table) wide(i int) int {
	sum := 0
	for _, w := range t.Widths {
		sum += w
	}
	return docxWide * t.Widths[i] / sum
}

func (d *docx) cell(t *Table, i int, style string, list []Run) {
	align := ""
	if i < len(t.Right) && t.Right[i] {
		align = `<w:jc w:val="right"/>`
	}
	fmt.Fprintf(&d.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, t.wide(i), style, align)
	d.runs(list)
	d.b.WriteString(`</w:p></w:tc>`)
}
