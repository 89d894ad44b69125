package extract

import "github.com/ententelab/entente"

// claims returns the claims of one sentence.
func (p *passage) claims(s *sentence) []entente.Statement { return nil }
