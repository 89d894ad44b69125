package extract

import "github.com/ententelab/entente"

// positions returns the positions of one sentence.
func (p *passage) positions(s *sentence) []entente.Statement { return nil }
