package extract

import "github.com/ententelab/entente"

// events returns the events of one sentence.
func (p *passage) events(s *sentence) []entente.Statement { return nil }
