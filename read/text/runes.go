package text

import "unicode"

// trim narrows r[start:end] to what is not space.
func trim(r []rune, start, end int) (int, int) {
	for start < end && space(r[start]) {
		start++
	}
	for end > start && space(r[end-1]) {
		end--
	}
	return start, end
}

func space(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

func kana(r rune) bool { return r >= 0x3041 && r <= 0x30FF && r != '・' || r >= 0x31F0 && r <= 0x31FF }

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 || r >= 0x1100 && r <= 0x11FF }

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}
