package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// Each case gives the wanted institutions as "name|kind|members".
func TestInstitutions(t *testing.T) {
	for _, c := range []struct {
		name string
		lang entente.Lang
		text string
		want []string
	}{
		{"known", entente.Chinese, "北约防长会议之后,两国重申美日同盟的作用。",
			[]string{"北约防长会议|forum|", "北约|alliance|", "美日同盟|alliance|USA JPN"}},
		{"only once", entente.Chinese, "四方安全对话已有四次峰会。\n有人说四边机制会衰落。",
			[]string{"四方安全对话|minilateral|USA JPN AUS IND"}},
		{"one name for two pairs", entente.Chinese, "日本与菲律宾签署《互惠准入协定》,与英国早已有《互惠准入协定》,与加拿大也在谈。",
			[]string{"《互惠准入协定》|agreement|JPN PHL", "《互惠准入协定》|agreement|GBR JPN"}},
		{"unknown agreement", entente.Chinese, "日本与意大利签署《联合造舰协定》。", []string{"《联合造舰协定》|agreement|ITA JPN"}},
		{"memorandum on one's own policy", entente.Chinese, "白宫公布《重振造船业政策》备忘录。", []string{"白宫|government_body|USA", "《重振造船业政策》备忘录|strategy_document|"}},
		{"book", entente.Chinese, "他在《海权之路》中回顾往事。", nil},
		{"exercise", entente.Chinese, "美日两军举行“冬日山丘”联合军事演习。", []string{"“冬日山丘”联合军事演习|program|JPN USA"}},
		{"quoted partnership", entente.Chinese, "各方启动“岛链修船伙伴关系”。", []string{"“岛链修船伙伴关系”|program|"}},
		{"quoted speech", entente.Chinese, "他说“我们没有计划,也没有对话”。", nil},
		{"three states", entente.Chinese, "美日澳举行了今年首次三国防长会谈。", []string{"美日澳举行了今年首次三国防长会谈|minilateral|AUS JPN USA"}},
		{"council", entente.Chinese, "他出席七国集团外长会议。", []string{"七国集团外长会议|forum|CAN DEU FRA GBR ITA JPN USA", "七国集团|forum|USA JPN GBR FRA DEU ITA CAN"}},
		{"three states and 的", entente.Chinese, "美日菲的三边合作刚起步。", []string{"美日菲的三边合作|minilateral|JPN PHL USA"}},
		{"three states and a verb", entente.Chinese, "美日韩在海上加强合作。", nil},
		{"states named before", entente.Chinese, "美日韩海警船同行,延续三国海警机构合作。", []string{"三国海警机构合作|minilateral|JPN KOR USA"}},
		{"two states", entente.Chinese, "中日高级别对话机制停摆,日澳“2+2”照常。", []string{"中日高级别对话机制|forum|CHN JPN", "日澳“2+2”|forum|JPN AUS"}},
		{"joint statement", entente.Chinese, "美日首脑会谈后两国首脑发表的联合声明提到台海。\n美日联合声明没有细节。",
			[]string{"两国首脑发表的联合声明|agreement|JPN USA"}},
		{"production", entente.Chinese, "美日商定推进“银鸥”反舰导弹共同研发。", []string{"“银鸥”反舰导弹共同研发|program|JPN USA"}},
		{"slogan", entente.Chinese, "“美国优先”并未改变。", nil},
		{"any navy", entente.Chinese, "美国海军与日本海上自卫队同行。", []string{"日本海上自卫队|military_force|JPN"}},

		{"traditional", entente.Chinese, "美日菲三方峰會之後,日本與菲律賓談判《物資勞務相互提供協定》。",
			[]string{"美日菲三方峰會|minilateral|USA JPN PHL", "《物資勞務相互提供協定》|agreement|JPN PHL"}},
		{"corner brackets", entente.Chinese, "參與「印太經濟架構」的國家。", []string{"「印太經濟架構」|agreement|"}},

		{"behind a place", entente.English, "In May the envoys of Japan were in Islamabad for the Heart of Asia Ministerial Conference.",
			[]string{"Heart of Asia Ministerial Conference|forum|"}},

		{"japanese", entente.Japanese, "日米豪印の首脳と、日米安全保障条約を確認した。",
			[]string{"日米豪印|minilateral|USA JPN AUS IND", "日米安全保障条約|agreement|USA JPN"}},
		{"japanese states", entente.Japanese, "日英伊防衛相会談を開いた。", nil},
		{"japanese with との", entente.Japanese, "豪州、韓国、フィリピンとの協力を進める。", nil},

		{"korean", entente.Korean, "한미일 정상회의와 핵협의그룹(NCG)을 열었다.",
			[]string{"한미일 정상회의|minilateral|USA JPN KOR", "핵협의그룹(NCG)|forum|USA KOR"}},
		{"korean word", entente.Korean, "한국과 호주는 방산기술보호협정을 맺었다.", []string{"방산기술보호협정|agreement|AUS KOR"}},

		{"english", entente.English, "The U.S.-Japan alliance and the Reciprocal Access Agreement between Japan and the Philippines.",
			[]string{"U.S.-Japan alliance|alliance|USA JPN", "Reciprocal Access Agreement|agreement|JPN USA"}},
		{"english capitals", entente.English, "They signed the Harbor Repair Agreement and opened the Luzon Strait Dialogue.",
			[]string{"Harbor Repair Agreement|agreement|", "Luzon Strait Dialogue|forum|"}},
		{"english states", entente.English, "Washington backs Japan-Philippines-Australia trilateral cooperation.",
			[]string{"Japan-Philippines-Australia trilateral cooperation|minilateral|AUS JPN PHL"}},
		{"english plain words", entente.English, "A Joint Meeting about the plan and the National Strategy.", nil},
		{"signed", entente.Chinese, "英国与日本签署了网络安全合作备忘录,双方签署多项协议。", []string{"网络安全合作备忘录|agreement|GBR JPN"}},
		{"dated", entente.Chinese, "今年3月5日达成的停火协议已经破裂。", []string{"今年3月5日达成的停火协议|agreement|"}},
		{"weapon", entente.Chinese, "日本与澳大利亚共同研发水下无人机。", []string{"日本与澳大利亚共同研发水下无人机|program|AUS JPN"}},
		{"japanese compounds", entente.Japanese, "国際条約と防衛装備品・技術移転協定、サイバー安全保障協議会。",
			[]string{"防衛装備品・技術移転協定|agreement|", "サイバー安全保障協議会|forum|"}},
		{"korean signed", entente.Korean, "양국은 방산협력 양해각서를 체결했다.", []string{"양해각서|agreement|"}},
		{"korean two words", entente.Korean, "사이버안보 협의체를 만들고 한미일 해양안보대화를 열었다.",
			[]string{"사이버안보 협의체|forum|", "한미일 해양안보대화|minilateral|JPN KOR USA"}},
		{"english small letters", entente.English, "The alliance between Tokyo and Washington, the leaders of Australia, Japan and India met, the Falepili Union treaty.",
			[]string{"alliance between Tokyo and Washington|alliance|JPN USA", "leaders of Australia, Japan and India|minilateral|AUS IND JPN", "Falepili Union treaty|agreement|AUS"}},
		{"body alone", entente.Chinese, "国会议员认为，美国会把责任推给国会。", []string{"国会|government_body|"}},
		{"states alone", entente.English, "The U.S.-Japan-Australia and Quad formats met at the White House.",
			[]string{"U.S.-Japan-Australia|minilateral|AUS JPN USA", "Quad|minilateral|USA JPN AUS IND", "White House|government_body|USA"}},
		{"weapon in letters", entente.Chinese, "双方探讨联合生产GMLRS制导火箭弹。", []string{"联合生产GMLRS制导火箭|program|"}},
		{"members of an organization", entente.English, "NATO members agreed to spend more.", []string{"NATO|alliance|"}},
		{"english small agreements", entente.English, "The fisheries treaty signed in 1998 lapsed; under last month's accord, Japan opened its market; any agreement reached later would matter.",
			[]string{"fisheries treaty|agreement|", "last month's accord|agreement|"}},
		{"plain alliance", entente.English, "Few in Tokyo doubt the alliance.", nil},
		{"common nouns", entente.English, "The Chinese navy grows, Republicans doubt it, and a mini-NATO is feared.", nil},
		{"name with for and on", entente.English, "Under the U.S.-Japan Guidelines for Defense Cooperation, Tokyo backs the Fact-finding Mission on Myanmar and the Noguchi Institute for Medical Research in Ghana.",
			[]string{"U.S.-Japan Guidelines for Defense Cooperation|strategy_document|JPN USA", "Fact-finding Mission on Myanmar|program|", "Noguchi Institute for Medical Research|research_body|"}},
		{"council whose word goes on", entente.Chinese, "日本出席二十国集团领导人会晤。", []string{"二十国集团领导人会晤|forum|", "二十国集团|forum|"}},
		{"office of a body", entente.Chinese, "国防部长与国防部门都没有表态。", nil},
		{"programme of states", entente.English, "The Japan-UK-Italy trainer jet program has begun.", []string{"Japan-UK-Italy trainer jet program|program|GBR ITA JPN"}},
		{"english made then", entente.English, "Under the accord signed on May 3, 2024, ports open; the pact that Hanoi signed last year helps.",
			[]string{"accord|agreement|", "pact|agreement|"}},
		{"leaders of three states", entente.Chinese, "拜登、岸田文雄与马科斯举行三国峰会，随后召开四国防长会议。", []string{"三国峰会|minilateral|JPN PHL USA", "四国防长会议|minilateral|JPN PHL USA"}},
		{"signed title", entente.Chinese, "双方签订《港口联合维护计划》。", []string{"《港口联合维护计划》|agreement|"}},
		{"signed with and", entente.Chinese, "两国签署煤炭与镍矿供应框架。", []string{"煤炭与镍矿供应框架|agreement|"}},
		{"exercise with number", entente.Chinese, "“利剑25”结束后，陆上自卫队又举行“方面队演习”，呼吁“不参加演习”。", []string{"“利剑25”|program|", "陆上自卫队|military_force|JPN", "“方面队演习”|program|"}},
		{"states as formats", entente.Chinese, "“奥库斯”、美日印与美日菲等安排彼此衔接。", []string{"“奥库斯”|minilateral|AUS GBR USA", "美日印|minilateral|IND JPN USA", "美日菲|minilateral|JPN PHL USA"}},
		{"leaders meet somewhere", entente.Chinese, "美日菲外长在马尼拉举行首次会谈。", []string{"美日菲外长在马尼拉举行首次会谈|minilateral|JPN PHL USA"}},
		{"acronym inside", entente.Chinese, "双方签署深海探测器（DSE）共同开发协议。", []string{"深海探测器（DSE）共同开发协议|agreement|"}},
		{"japanese matter", entente.Japanese, "両国は潜水艦の整備に関する覚書に署名した。", []string{"潜水艦の整備に関する覚書|agreement|"}},
		{"english with a party", entente.English, "It wants a fuel-sharing pact with Indonesia, after the May summit.", []string{"fuel-sharing pact|agreement|"}},
		{"members and elections", entente.Japanese, "自衛隊機が飛び、衆院選が終わった。", nil},
		{"english heads", entente.English, "Exercise Northern Lantern opened while the Green Fuels Framework and the Harbor Planning Group met.",
			[]string{"Exercise Northern Lantern|program|", "Green Fuels Framework|agreement|", "Harbor Planning Group|forum|"}},
		{"quoted heads", entente.Chinese, "日方提出“环礁合作框架”，召开“战略协调对话会”。", []string{"“环礁合作框架”|program|JPN", "“战略协调对话会”|forum|JPN"}},
		{"speech, no name", entente.Chinese, "他要求“尽早恢复对话”。", nil},
		{"started", entente.Chinese, "东京启动了港湾扩建合作计划，并举行首次海洋对话。", []string{"港湾扩建合作计划|program|JPN"}},
		{"signed alone", entente.Chinese, "日本与菲律宾签署谅解备忘录。", []string{"谅解备忘录|agreement|JPN PHL"}},
		{"stated alone", entente.Chinese, "日本与澳大利亚在联合声明中承诺扩大合作。", []string{"联合声明|agreement|AUS JPN"}},
		{"named system", entente.Chinese, "日方建造“天盾”低空防御体系，美军部署“飞矛”导弹系统。", []string{"“天盾”低空防御体系|program|JPN"}},
		{"english two names", entente.English, "They launched the Arctic Shipyard Initiative and the Harbor Repair Dialogue.",
			[]string{"Arctic Shipyard Initiative|program|", "Harbor Repair Dialogue|forum|"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := paragraph(c.lang, "", c.text)
			var got []string
			for _, st := range newPassage(doc, lexicon.Default()).institutions() {
				if !st.Institution.Name.In(doc) || !st.Institution.Name.Within(st.Span) || st.ID == "" {
					t.Errorf("%+v does not stand in the text", st)
				}
				got = append(got, strings.Join([]string{st.Institution.Name.Quote, st.Institution.Kind, strings.Join(st.Institution.Members, " ")}, "|"))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
