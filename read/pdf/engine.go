// Package pdf takes the text out of PDF files, with the place of every line on
// its page. The work is done by PDFium, compiled to WebAssembly and run inside
// a sandbox: it sees no file and no network, its memory and time are bounded,
// and a damaged file can end nothing but itself.
//
// pdfium.wasm.gz is PDFium as the npm package @hyzyla/pdfium 2.1.13 ships it
// (PDFium: BSD-3-Clause and Apache-2.0; package: MIT).
package pdf

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/emscripten"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

//go:embed pdfium.wasm.gz
var packed []byte

// Bounds of one file.
const (
	mostMemory = 768 << 20 / 65536 // pages of WebAssembly memory
	mostTime   = 2 * time.Minute
)

// An engine is PDFium, compiled. Compiling takes seconds, so it is done once
// per process, and kept in the user's cache folder where there is one.
type engine struct {
	runtime wazero.Runtime
	guest   wazero.CompiledModule
}

var compiled = sync.OnceValues(func() (*engine, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	wasm, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true)
	if cache := cacheFolder(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if e.guest, err = e.runtime.CompileModule(ctx, wasm); err != nil {
		return nil, err
	}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return nil, err
	}
	return e, e.host(ctx)
})

// cacheFolder is where compiled code is kept between runs, nil if nowhere.
func cacheFolder() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "entente", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// host provides what PDFium imports. It asks for no file that exists: every
// call to the file system fails, and the clock stands still, so that a file
// reads the same at any time.
func (e *engine) host(ctx context.Context) error {
	b := e.runtime.NewHostModuleBuilder("env")
	invokes, err := emscripten.NewFunctionExporterForModule(e.guest)
	if err != nil {
		return err
	}
	invokes.ExportFunctions(b)
	for _, f := range e.guest.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" || len(name) > 7 && name[:7] == "invoke_" || name == "_emscripten_throw_longjmp" {
			continue
		}
		b.NewFunctionBuilder().WithGoModuleFunction(answerOf(name), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err = b.Instantiate(ctx)
	return err
}

// answerOf is what the host does when PDFium calls it.
func answerOf(name string) api.GoModuleFunc {
	switch name {
	case "_abort_js":
		return func(context.Context, api.Module, []uint64) { panic(errors.New("PDFium gave up")) }
	case "emscripten_resize_heap":
		return func(_ context.Context, m api.Module, stack []uint64) {
			want := uint32(stack[0])
			have := m.Memory().Size()
			stack[0] = 0
			if want > have {
				if _, ok := m.Memory().Grow((want - have + 65535) / 65536); ok {
					stack[0] = 1
				}
			}
		}
	}
	const noEntry = -44 // ENOENT in WASI's numbering
	return func(_ context.Context, _ api.Module, stack []uint64) {
		if len(stack) > 0 {
			stack[0] = api.EncodeI32(noEntry)
		}
	}
}

// A session is one instance of PDFium with its own memory, for one file.
type session struct {
	ctx    context.Context
	cancel context.CancelFunc
	m      api.Module
	err    error // the first call that failed
}

func newSession() (*session, error) {
	e, err := compiled()
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), mostTime)
	m, err := e.runtime.InstantiateModule(ctx, e.guest, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		cancel()
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	s := &session{ctx: ctx, cancel: cancel, m: m}
	if m.ExportedFunction("_initialize") == nil {
		s.call("__wasm_call_ctors")
	}
	s.call("PDFium_Init")
	return s, s.err
}

func (s *session) close() {
	s.m.Close(context.Background())
	s.cancel()
}

// call calls a function of PDFium. After a failure it does nothing and gives 0.
func (s *session) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.m.ExportedFunction(name)
	if f == nil {
		s.err = fmt.Errorf("the PDF engine has no %s", name)
		return 0
	}
	out, err := f.Call(s.ctx, args...)
	switch {
	case err != nil && s.ctx.Err() != nil:
		s.err = fmt.Errorf("reading it took more than %v", mostTime)
	case err != nil:
		s.err = fmt.Errorf("PDFium failed: %w", firstLine(err))
	case len(out) > 0:
		return out[0]
	}
	return 0
}

// firstLine drops the stack trace of a WebAssembly error.
func firstLine(err error) error {
	msg := err.Error()
	for i := range len(msg) {
		if msg[i] == '\n' {
			return errors.New(msg[:i])
		}
	}
	return err
}

// put copies data into PDFium's memory and returns its address there.
func (s *session) put(data []byte) uint64 {
	at := s.call("malloc", uint64(len(data)))
	if s.err == nil && (at == 0 || !s.m.Memory().Write(uint32(at), data)) {
		s.err = errors.New("it does not fit into the memory that a PDF may use")
	}
	return at
}
