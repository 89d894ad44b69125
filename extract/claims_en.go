package extract

func englishClaims(p *passage, s *sentence) []draft { return nil }
