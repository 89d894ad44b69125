package extract

import "slices"

// This file tells in Chinese what happens, and may bring something about, from who or what
// only acts.

// bringsAbout reports whether a phrase before a verb with 了 is more than who did
// it: 关系趋稳压缩了B.
func (r *zhReader) bringsAbout(s stretch) bool {
	if s.to-s.from < 3 || slices.Contains(zhAgents, r.text[s.to-1]) || len(r.within(s, r.say|r.matrix|r.in)) > 0 {
		return false
	}
	last, ok := r.last(s, r.somebody)
	return !ok || last.end < s.to && last.end-last.start < s.to-s.from-1
}

// isNoun reports whether a short phrase neither begins nor ends with a verb or
// an adverb.
func (r *zhReader) isNoun(s stretch) bool {
	return !slices.ContainsFunc(r.within(s, r.verb|r.adverb), func(c linkCue) bool { return c.start == s.from || c.end == s.to })
}

// isThing reports whether a phrase is a plain noun that names no agent: 关税,
// 小多边, but not 代表团.
func (r *zhReader) isThing(s stretch) bool {
	if s.to-s.from < 2 || s.to-s.from > 10 || slices.Contains(zhAgents, r.text[s.to-1]) {
		return false
	}
	if len(r.within(s, r.verb|r.say|r.matrix|r.somebody|r.no|r.modal|r.purpose|r.means|r.use|r.with|r.come|r.light|r.moveObj|r.because|r.in|r.cond|r.onlyIf|r.even|r.reason|r.goal)) > 0 {
		return false
	}
	if slices.Contains([]rune("能是会可"), r.text[s.from]) {
		return false // 能否, 是否
	}
	return !slices.ContainsFunc(r.names, func(n stretch) bool { return n.overlap(s) > 0 })
}

// zhAgents are the last characters of words for people, bodies and places that
// act: what they do is no link.
var zhAgents = []rune("客者人员长方国府党军部省局会院司业团界社们家官民相统阶层组席使卫兵生友敌手委处署厅室所队舰市县州岛区年月日后时前中内外上下里来其")

// eventful reports whether a noun phrase says that something happens or holds.
func (r *zhReader) eventful(s stretch) bool {
	if s.to > s.from && slices.Contains([]rune("”」』"), r.text[s.to-1]) {
		s.to--
	}
	if s.to-s.from < 2 {
		return false
	}
	if slices.Contains([]rune("性化感度"), r.text[s.to-1]) && s.to-s.from > 2 {
		return true
	}
	if s.to-s.from > 3 && r.nominalised(s) || s.to-s.from > 3 && slices.Contains([]string{"这种", "这一", "这些", "此类", "上述"}, string(r.text[s.from:s.from+2])) {
		return true
	}
	end := string(r.text[s.to-2 : s.to])
	return slices.Contains(zhEvents, end)
}

// nominalised reports whether a phrase ends in a verb made a noun: 军备竞赛的升级.
func (r *zhReader) nominalised(s stretch) bool {
	for i := s.to - 2; i > s.from+1 && i >= s.to-5; i-- {
		if r.text[i] == '的' {
			return true
		}
	}
	return false
}

// zhEvents are the last two characters of nouns for acts, changes and states.
var zhEvents = []string{
	"约束", "制约", "束缚", "威慑", "吓阻", "遏制", "围堵", "冲击", "打击", "挑战", "恫吓", "讹诈", "干预", "渗透", "封锁", "牵制", "制衡", "挤压", "脱钩", "断链", "试射", "核试", "空袭", "撤回", "缩减", "让渡", "绑定", "捆绑", "倾斜",
	"合作", "举措", "行为", "政策", "战略", "变化", "增长", "提升", "下降", "转型", "竞争", "冲突", "威胁", "压力",
	"言论", "调整", "同盟", "联盟", "关系", "体系", "理念", "模式", "路线", "能力", "框架", "角色", "地位", "安排", "计划", "方案",
	"协定", "条约", "倡议", "力量", "优势", "局势", "环境", "态势", "形势", "行动", "措施", "事件", "争端", "问题", "格局", "秩序",
	"存在", "部署", "演习", "关税", "机制", "协议", "承诺", "崛起", "做法", "介入", "施压", "要求",
	"强化", "收缩", "深化", "发展", "动向", "趋势", "变动", "对抗", "扩张", "建设", "改革", "赋能", "依赖", "因素",
	"战争", "危机", "多边", "不足", "缺失", "缺位", "上升", "下滑", "减弱", "恶化", "破裂", "焦虑", "恐惧", "担忧", "情绪", "舆论", "债务", "赤字", "通胀", "制裁", "禁令", "撤军", "裁军", "增兵", "谈判", "对话", "交易", "贸易", "摩擦", "表态", "声明", "逻辑", "思维", "传统", "认知", "预期", "文化", "民意", "选举", "条款", "法案", "文件", "投资", "支出", "预算", "开支", "困境", "结构", "互动", "博弈", "分歧", "矛盾", "信任", "疑虑", "制度", "网络", "联动", "一体化", "之争", "之战", "争议", "争执", "分裂", "僵局", "内斗", "动荡", "衰退", "停滞", "短缺", "匮乏", "失衡", "缺口", "泡沫", "灾难", "升温", "降温", "升级", "激化", "松动", "动摇", "倒退", "失败", "破产", "崩溃", "失效", "失灵", "失控", "失守", "衰落", "老龄化", "少子化", "融合", "分化", "集中", "扩散", "扩充", "扩编", "扩军", "整合", "重组", "回归", "退出", "撤出", "缺乏", "泛滥", "压倒", "惯性", "共识", "疑虑", "不满", "怨恨", "敌意", "善意", "缓和", "改善", "回暖", "和解", "决裂", "对峙", "僵持", "拖延", "犹豫", "沉默", "模糊", "清晰", "透明",
	"短缺", "拖延", "迟疑", "摇摆", "犹疑", "冷淡", "热情", "胜利", "大胜", "惨败", "断供", "停产", "复苏", "萧条", "起火", "曝光", "泄露", "去世", "遇刺", "遇袭", "疫情", "军演", "军售", "采购", "拒绝", "妥协", "让步", "失误", "误判", "误解", "退让", "援助", "搬迁", "撤离", "爆发", "来临", "逼近", "到来", "更迭", "下台", "上台", "当选", "胜选", "辞职", "攀升", "高涨", "疲软", "低迷", "膨胀", "贬值", "升值", "紧缩", "优先", "主义", "论调", "倾向", "遗产", "记忆", "教训", "经验", "认同", "偏好", "风格", "气氛", "氛围", "意愿", "决心", "野心", "不安", "猜疑", "猜忌", "落差", "差距", "成本", "负担", "无常", "之深", "之大", "之高",
}
