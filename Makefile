# The two that matter: make demo, make test. Both install what they need, or
# say in one line what is missing.
GO ?= go
BIN := bin/entente
PAGES := web/dist/index.html

# Go 1.26 has vector instructions behind an experiment; the engine uses them on
# amd64 and gives the same bits without. Unset it with: make GOEXPERIMENT=
ifeq ($(shell $(GO) env GOARCH) $(findstring go1.26,$(shell $(GO) env GOVERSION)),amd64 go1.26)
export GOEXPERIMENT ?= simd
endif

.PHONY: build demo test lint bench conformance weights browser clean

build: $(PAGES)
	$(GO) build -trimpath -o $(BIN) ./cmd/entente

web/node_modules/.package-lock.json: web/package-lock.json
	@command -v npm >/dev/null || { echo "make: Node.js with npm is missing (Node 20 or newer)"; exit 1; }
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGES): web/node_modules/.package-lock.json web/index.html web/vite.config.js $(shell find web/src -type f)
	cd web && npx vite build --logLevel error

demo: build
	$(BIN) demo

browser:
	@command -v chromium >/dev/null || { \
	  command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; } || { \
	  echo "make: chromium is missing: apt-get install chromium fonts-noto-cjk"; exit 1; }

# The Go tests come last: their runner's count is the last line.
test: build browser
	$(GO) vet ./...
	cd web && npx svelte-check --tsconfig ./tsconfig.json --output human --fail-on-warnings
	cd web && npx playwright test
	$(GO) tool gotestsum --format pkgname-and-test-fails -- ./...

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

bench: build
	$(GO) test -run '^$$' -bench . -benchtime 1s ./fold ./lexicon ./read/... ./extract/... ./collate ./sim
	$(GO) run ./bench

# TEST_MODELS is a checkout of SDXorg/test-models.
TEST_MODELS ?= ../shared/peers/test-models
conformance:
	$(GO) test -count=1 -v -run Conformance ./sim -suite $(abspath $(TEST_MODELS))

# What was learned from labelled passages; SEED_GOLD is the gold set of the seeds,
# and makes part of it where it is at hand. Twice, since what the rules count of a
# claim leans a little on the weights of before; the third time nothing changes.
SEED_GOLD ?= ../shared/gold/dev
LEARN = $(GO) run ./learn -gold examples/gold/tune $(addprefix -gold ,$(wildcard $(SEED_GOLD)))
weights:
	@test -e $(SEED_GOLD) || echo "make weights: $(SEED_GOLD) is not at hand; the weights will differ from those in the repository"
	$(LEARN)
	$(LEARN)

clean:
	rm -rf bin web/dist/assets web/dist/index.html
