package extract

import (
	"strings"

	"github.com/ententelab/entente"
)

// She is a woman and he is a man: a pronoun does not point to the last person named
// where that one is of the other sex.

type sex uint8

const (
	unsexed sex = iota
	male
	female
)

// sexOf returns what the pronoun text[i:j] says of the sex of whom it points to.
func sexOf(text []rune, i, j int) sex {
	switch {
	case j-i == len("she") && hasWord(text, i, j, "she"), j-i == 1 && text[i] == '她', j-i == 2 && text[i] == '彼' && text[i+1] == '女':
		return female
	case j-i == len("he") && hasWord(text, i, j, "he"):
		return male
	}
	return unsexed
}

var women = words("en", "women")

// woman reports whether an actor is known as a woman, by the end of its name.
func woman(a entente.ActorID) bool {
	for _, w := range women {
		if name, ok := strings.CutSuffix(string(a), w); ok && (strings.HasSuffix(name, " ") || strings.HasSuffix(name, "/")) {
			return true
		}
	}
	return false
}
