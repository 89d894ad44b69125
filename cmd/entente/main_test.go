package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": main})
}

// The scripts under testdata/script are the command line as a user meets it.
func TestScripts(t *testing.T) {
	corpus, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("CORPUS", corpus+"/../../examples/us-japan")
			return os.WriteFile(env.WorkDir+"/junk.bin", []byte("\x00\x01\xff\xfe\x00\x13\x00\x00\x7fELF"), 0o644) // txtar holds text only
		},
	})
}
