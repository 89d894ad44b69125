package extract

import "github.com/ententelab/entente"

// figures returns the figures of one sentence.
func (p *passage) figures(s *sentence) []entente.Statement { return nil }
