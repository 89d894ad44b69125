package paper

import "fmt"

// figure places a chart that Word draws itself; drawings are left out.
func (d *docx) figure(f *Figure) {
	if f.Chart == nil {
		return
	}
	d.charts = append(d.charts, f.Chart)
	fmt.Fprintf(&d.b, chartFrame, len(d.charts), len(d.charts), chartID(len(d.charts)-1))
	d.paragraph("Caption", plain(f.Caption))
}
