package entente

import (
	"errors"
	"fmt"
)

// An ErrorKind tells a caller what to do with an error.
type ErrorKind string

// The kinds of error. A command ends with exit code 1 for Finding, 2 for
// Usage, 3 for Input.
const (
	Finding  ErrorKind = "finding"  // a check failed
	Usage    ErrorKind = "usage"    // wrong use of a command
	BadInput ErrorKind = "input"    // a file that cannot be read as what it is
	Internal ErrorKind = "internal" // a broken invariant of ours
)

// An Error says what went wrong, in which file and where in it.
type Error struct {
	Kind ErrorKind
	File string
	Line int    // from 1; 0 if not known
	Col  int    // from 1; 0 if not known
	Msg  string // one sentence for people
	Hint string // a suggested repair, if there is one
	Err  error  // the cause, if there is one
}

func (e *Error) Error() string {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, e.Line)
		if e.Col > 0 {
			place = fmt.Sprintf("%s:%d", place, e.Col)
		}
	}
	msg := e.Msg
	if e.Err != nil {
		if msg != "" {
			msg += ": "
		}
		msg += e.Err.Error()
	}
	if e.Hint != "" {
		msg += " (" + e.Hint + ")"
	}
	if place == "" {
		return msg
	}
	return place + ": " + msg
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first Error in err's chain, Internal if there
// is none.
func KindOf(err error) ErrorKind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}
