package text

import (
	"sync"

	"github.com/ententelab/entente/fold"
)

// simplifiedSet holds the characters that some Traditional character folds to
// and that are not themselves common in Traditional texts.
var simplifiedSet = sync.OnceValue(func() map[rune]bool {
	m := map[rune]bool{}
	for c := rune(0x3400); c <= 0x9FFF; c++ {
		if s := fold.Rune(c); s != c {
			m[s] = true
		}
	}
	for _, c := range sharedForms {
		delete(m, c)
	}
	return m
})

// sharedForms are Simplified forms that Traditional texts use too, for another
// word or as a variant.
const sharedForms = "后里面只台干系制向回了出克几刮升占卷卜厂叶吁合吊同周咸咨伙家峰巨布帘幸并广弦彩志念戚扎扣折抵担据捐采斗於旋无曲朱朴杆松板核极梁栖欲正沈泛注洒涂游溪漓澄灶炮疱症皂盒碗种秋秘筑签粽系累罗群脏腊致舍芸苏苹范莓荡药获蒙蔑虫蜡蝎行表裡注谷豆赞赴踊辟迹郁采里重鉴钟针铲闲雇雕霉面须顾食饥鱼鸡麦麻黄尽胜姜宁冲净凌仆价优余俊凄准复多夫夹吃启咏嘻嗔噪园坛坂块堤夸奸娘它布席帽庵异弃强当录彻后征德怜恤悠愿才托拐拓拼挂摆晒晰暗杯柜柳栋楼槃欣毁泄沾炼熏爱牵猫琅瑶用疏瘁着矽砖碰礼秆稚穗线绝绣绵绿缰罩翻胡脚膻臭艳荐葱蒋薰蚕裙褒托讻诿谣赏跡迂逊遁邻郎酒钩鉴锅镰闹阳阴雾霸韵颓飓饱驳骂髓鬥鲁鸣鹅鼠齐"
