package entente

// The labels that slots of statements may hold, as the statement schema lists
// them.
var (
	Statuses         = []string{"actual", "demanded", "planned", "estimate", "threshold"}
	Actions          = []string{"state", "demand", "criticize", "coerce", "consult", "visit", "agree", "cooperate", "approve", "legislate", "publish", "survey", "exercise", "deploy", "found", "elect"}
	Realises         = []string{"actual", "planned"}
	Stances          = []string{"demand", "propose", "commit", "assure", "support", "criticize", "question", "refuse"}
	Modalities       = []string{"asserted", "predicted", "conditional", "intended", "denied"}
	Units            = []string{"%GDP", "%", "pp", "USD", "count", "year", "rank"} // and any ISO 4217 code
	InstitutionKinds = []string{"alliance", "minilateral", "international_organization", "forum", "agreement", "program", "strategy_document", "doctrine_rule", "government_body", "military_force", "party", "company", "research_body", "media"}
)
