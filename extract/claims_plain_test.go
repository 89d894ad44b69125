package extract

import (
	"slices"
	"testing"

	"github.com/ententelab/entente"
	"github.com/ententelab/entente/lexicon"
)

// What is said in so many words has the sign that it says, whatever the weights know
// of how such things mostly go.
func TestSignsOfPlainSentences(t *testing.T) {
	scripts := map[entente.Lang]entente.Script{entente.Chinese: entente.Hans, entente.English: entente.Latn, entente.Japanese: entente.Jpan, entente.Korean: entente.Kore}
	for _, c := range []struct {
		lang entente.Lang
		text string
		want entente.Sign
	}{
		{"zh", "三边合作缓解了地区紧张。", entente.Minus},
		{"zh", "对话降低了冲突风险。", entente.Minus},
		{"zh", "日本扩军加剧了地区紧张。", entente.Plus},
		{"zh", "美国的承诺增强了威慑。", entente.Plus},
		{"zh", "关税削弱了日本对美国的信任。", entente.Minus},
		{"zh", "财政压力限制了日本的防卫开支。", entente.Minus},
		{"zh", "美国的压力推动日本增加防卫费。", entente.Plus},
		{"zh", "联合演习提升了互操作性。", entente.Plus},
		{"zh", "弹药短缺削弱了威慑。", entente.Minus},
		{"zh", "中国的军力增长促使日本扩军。", entente.Plus},
		{"zh", "美国的战略收缩加深了日本被抛弃的恐惧。", entente.Plus},
		{"zh", "美国的安全承诺缓解了日本的被抛弃恐惧。", entente.Minus},
		{"zh", "军备竞赛加剧了安全困境。", entente.Plus},
		{"en", "Trilateral cooperation eased regional tension.", entente.Minus},
		{"en", "Dialogue reduced the risk of conflict.", entente.Minus},
		{"en", "Japanese rearmament raised regional tension.", entente.Plus},
		{"en", "American commitment strengthened deterrence.", entente.Plus},
		{"en", "The tariffs weakened trust in the United States.", entente.Minus},
		{"en", "Fiscal pressure limited Japan's defense spending.", entente.Minus},
		{"en", "American pressure pushed Japan to raise defense spending.", entente.Plus},
		{"en", "Joint exercises improved interoperability.", entente.Plus},
		{"en", "Munitions shortages weakened deterrence.", entente.Minus},
		{"en", "China's military buildup drove Japan to rearm.", entente.Plus},
		{"en", "If Tokyo does not spend more, deterrence will weaken.", entente.Plus},
		{"en", "If Washington reduces its forces, deterrence will weaken.", entente.Plus},
		{"en", "American retrenchment deepened Japan's fear of abandonment.", entente.Plus},
		{"en", "The American guarantee eased Japan's fear of abandonment.", entente.Minus},
		{"en", "An arms race worsened the security dilemma.", entente.Plus},
		{"en", "Domestic opposition delayed Japan's rearmament.", entente.Minus},
		{"en", "Higher defense spending lessened American pressure.", entente.Minus},
		{"en", "The tariffs made it difficult for Tokyo to raise defense spending.", entente.Minus},
		{"ja", "三国協力は地域の緊張を和らげた。", entente.Minus},
		{"ja", "対話は衝突のリスクを減らした。", entente.Minus},
		{"ja", "日本の軍備増強は地域の緊張を高めた。", entente.Plus},
		{"ja", "米国の関与は抑止力を強化した。", entente.Plus},
		{"ja", "関税は米国への信頼を損なった。", entente.Minus},
		{"ja", "財政難が日本の防衛費を抑えた。", entente.Minus},
		{"ja", "米国の圧力が日本の防衛費増額を促した。", entente.Plus},
		{"ja", "共同訓練は相互運用性を高めた。", entente.Plus},
		{"ja", "弾薬不足が抑止力を弱めた。", entente.Minus},
		{"ko", "3국 협력은 지역 긴장을 완화했다.", entente.Minus},
		{"ko", "대화는 충돌 위험을 줄였다.", entente.Minus},
		{"ko", "일본의 군비 증강은 지역 긴장을 높였다.", entente.Plus},
		{"ko", "미국의 공약은 억제력을 강화했다.", entente.Plus},
		{"ko", "관세는 미국에 대한 신뢰를 약화시켰다.", entente.Minus},
		{"ko", "미국의 압박이 일본의 방위비 증액을 이끌었다.", entente.Plus},
		{"ko", "연합훈련은 상호운용성을 높였다.", entente.Plus},
		{"ko", "탄약 부족은 억제력을 약화시켰다.", entente.Minus},
	} {
		p := newPassage(paragraph(c.lang, scripts[c.lang], bothAllies[c.lang]+"\n"+c.text), lexicon.Default())
		claims := slices.DeleteFunc(p.claims(unguarded), func(st entente.Statement) bool { return st.Start < p.sentences[1].Start })
		if len(claims) != 1 || claims[0].Claim.Polarity != c.want {
			t.Errorf("%s: %d claims, or not the sign %s", c.text, len(claims), c.want)
		}
	}
}

// bothAllies names both allies, so that a text is on the alliance.
var bothAllies = map[entente.Lang]string{"zh": "日本与美国举行会谈。", "en": "Japan and the United States met.", "ja": "日本と米国は会談した。", "ko": "일본과 미국이 회담했다."}
