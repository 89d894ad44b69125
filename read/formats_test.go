package read

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/ententelab/entente"
)

// pack makes an archive of files given as name, content, name, content.
func pack(t testing.TB, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Sharing the Load | Example Review</title>
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2025-03-04T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Sharing the Load</h1>
<p>The two governments agreed in March to raise the ceiling on joint exercises, and officials on both sides called the step overdue and necessary for regional stability.<sup><a href="#n1">1</a></sup></p>
<h2>What changed</h2>
<p>Costs rose faster than either treasury had planned for, which led the negotiators to look again at the formula that has governed burden-sharing for two decades.</p>
<h2>What comes next</h2>
<p>A review is due in the autumn, and the outcome depends on whether the legislature accepts the new estimate that the ministry is preparing at the moment.</p>
</article><footer>Copyright Example Review</footer></body></html>`

func TestHTML(t *testing.T) {
	docs, err := Read("page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if d.Format != "html" || d.Lang != entente.English || d.Date != "2025-03-04" || !cmp.Equal(d.Authors, []string{"Jane Doe"}) {
		t.Errorf("format %s, language %s, date %s, authors %v", d.Format, d.Lang, d.Date, d.Authors)
	}
	var got []string
	for _, s := range d.Sections {
		got = append(got, strings.Repeat(" ", s.Level)+s.Title)
	}
	if diff := cmp.Diff([]string{"Sharing the Load", " What changed", " What comes next"}, got); diff != "" {
		t.Errorf("sections: %s\n%s", diff, d.Text)
	}
	if strings.Contains(d.Text, "Copyright") || strings.Contains(d.Text, "Home") {
		t.Errorf("the site's menu was read: %s", d.Text)
	}
}

const (
	wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordTail = `</w:body></w:document>`
)

func wordFile(t testing.TB) []byte {
	p := func(style, body string) string {
		if style != "" {
			style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
		}
		return "<w:p>" + style + body + "</w:p>"
	}
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	note := `<w:r><w:footnoteReference w:id="2"/></w:r>`
	return pack(t,
		"word/styles.xml", `<w:styles xmlns:w="x"><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/document.xml", wordHead+p("T", run("同盟费用的分担"))+p("H1", run("背景"))+
			p("", run("两国在三月达成协议，")+run("费用由双方分担。")+note+run("谈判并不顺利。"))+
			p("H2", run("数字"))+`<w:tbl><w:tr><w:tc>`+p("", run("年份"))+`</w:tc><w:tc>`+p("", run("金额"))+`</w:tc></w:tr></w:tbl>`+p("", run("金额逐年上升。"))+wordTail,
		"word/footnotes.xml", `<w:footnotes xmlns:w="x"><w:footnote w:id="2">`+p("", run(" 张三：《费用》，《某刊》，2024年第1期。"))+`</w:footnote></w:footnotes>`)
}

func TestDocx(t *testing.T) {
	docs, err := Read("a.docx", wordFile(t))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if d.Format != "docx" || d.Title != "同盟费用的分担" || d.Lang != entente.Chinese {
		t.Errorf("format %s, title %q, language %s", d.Format, d.Title, d.Lang)
	}
	var got []string
	for _, s := range d.Sections {
		got = append(got, strings.Repeat(" ", s.Level)+s.Title)
	}
	if diff := cmp.Diff([]string{"同盟费用的分担", " 背景", "  数字"}, got); diff != "" {
		t.Errorf("sections: %s\n%s", diff, d.Text)
	}
	if len(d.Notes) != 1 || d.Slice(d.Notes[0].Start, d.Notes[0].End) != "费用由双方分担。" || !strings.HasPrefix(d.Notes[0].Text, "张三") {
		t.Errorf("notes: %+v", d.Notes)
	}
}

func TestArchive(t *testing.T) {
	data := pack(t, "docs/a.txt", "两国同意合作。", "b.docx", string(wordFile(t)), "c.bin", strings.Repeat("\x00\x01\xff\xfe", 50),
		"inner.zip", string(pack(t, "d.txt", "The ministers met.")))
	docs, err := Read("all.zip", data)
	var names []string
	for _, d := range docs {
		names = append(names, d.Name)
	}
	if diff := cmp.Diff([]string{"a.txt", "b.docx", "d.txt"}, names); diff != "" {
		t.Error(diff)
	}
	if entente.KindOf(err) != entente.BadInput || !strings.Contains(err.Error(), "c.bin") {
		t.Errorf("error: %v", err)
	}
}

func TestBombsAreRefused(t *testing.T) {
	zeros := strings.Repeat("0", 16<<20)
	nested := pack(t, "1.zip", string(pack(t, "2.zip", string(pack(t, "3.zip", string(pack(t, "a.txt", "x")))))))
	for name, data := range map[string][]byte{
		"ratio":   pack(t, "a.txt", zeros),
		"nested":  nested,
		"damaged": []byte("PK\x03\x04 and nothing else"),
		"deep":    []byte("<html>" + strings.Repeat("<div>", 100000)),
	} {
		if docs, err := Read(name, data); entente.KindOf(err) != entente.BadInput || len(docs) != 0 {
			t.Errorf("%s: %v, %d documents", name, err, len(docs))
		}
	}
}

func TestHTMLInGBK(t *testing.T) {
	const zh = `<html><head><meta charset="gbk"><title>费用分担难题_某某网</title></head><body><div class="nav"><a>首页</a><a>国际</a></div>
<div class="article"><h1>费用分担难题</h1><p>作者：张三</p><p>两国防长周二在东京举行会谈，双方同意提高联合演习的频率，并就费用分担方案继续磋商，会谈持续了两个小时。</p>
<p>分析人士认为，如果谈判破裂，同盟关系将受到影响，地区局势也会因此更加紧张，各方需要为此做好准备。</p></div></body></html>`
	data, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(zh))
	if err != nil {
		t.Fatal(err)
	}
	docs, err := Read("a.htm", data)
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if d.Lang != entente.Chinese || d.Script != entente.Hans || !strings.Contains(d.Text, "如果谈判破裂") || !strings.HasPrefix(d.Title, "费用分担难题") {
		t.Errorf("%s %s %q: %s", d.Lang, d.Script, d.Title, d.Text)
	}
}
