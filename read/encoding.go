package read

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/ententelab/entente"
)

// decode returns the text of a file and the name of its encoding.
func decode(name string, data []byte) (s, encoding string, err error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return "", "", &entente.Error{Kind: entente.BadInput, File: name, Msg: "this is not text"}
	}
	if utf8.Valid(data) {
		return string(data), "UTF-8", nil
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), "UTF-8", nil
}
