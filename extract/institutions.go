package extract

import "github.com/ententelab/entente"

// institutions returns the first mention of each named body, agreement, format
// or programme of the document.
func (p *passage) institutions() []entente.Statement { return nil }
