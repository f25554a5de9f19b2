# sprintmark: `make run` lints and compiles a folder of trackers, `make test` passes the tests.
# Both install what is missing on a Debian machine with a Swift toolchain.

DIR ?= sprints
OUT ?= .build/out
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev pkg-config
TEST_PACKAGES := cmark-gfm graphviz jq python3 python3-venv git
VENV := .build/venv
# The package sarif-om has the official schema in its source alone.
SARIF_SCHEMA := $(VENV)/share/sarif-2.1.0-rtm.4.json
# The Swift runtime inside the binary: it starts in a third of the time.
RELEASE := -c release --static-swift-stdlib
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/sprintmark

# For the benchmark: see `SprintBenchmark --help`; `make bench BENCH_FLAGS=--quick` takes a first look.
BENCH_FLAGS ?=
BENCH_PACKAGES := cmark-gfm valgrind gcc libc6-dev binutils python3 python3-venv

.PHONY: run build test bench growth setup setup-test setup-bench lint check own clean

run: build
	@mkdir -p $(OUT)
	$(BINARY) lint $(DIR) || [ $$? -eq 1 ]
	$(BINARY) compile $(DIR) --emit json > $(OUT)/model.json
	$(BINARY) compile $(DIR) --emit dot > $(OUT)/graph.dot
	$(BINARY) compile $(DIR) --emit markdown > $(OUT)/normalised.md
	@echo "Compiled $(DIR) into $(OUT)/model.json, $(OUT)/graph.dot and $(OUT)/normalised.md"

build: setup
	swift build $(RELEASE) --product sprintmark

test: setup-test
	swift build --build-tests
	swift test --skip-build

bench: build setup-bench
	swift build $(RELEASE) --product SprintBenchmark
	$(dir $(BINARY))SprintBenchmark $(BENCH_FLAGS)

# Whether ten times the input takes ten times the work: a quarter of an hour, by callgrind.
growth: build setup-bench
	swift build $(RELEASE) --product SprintBenchmark
	$(dir $(BINARY))SprintBenchmark growth

# Our own sources and our own trackers.
check: build lint own

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

own:
	$(BINARY) lint sprints
	$(BINARY) fmt --check sprints
	$(BINARY) tree sprints --check sprints/BLOCKED_DEPENDENCY_TREE.md

setup:
	$(call install,$(BUILD_PACKAGES))

setup-test: setup
	$(call install,$(TEST_PACKAGES))
	@$(VENV)/bin/python -c "import jsonschema, junitparser" 2>/dev/null && [ -f $(SARIF_SCHEMA) ] || { \
	  /usr/bin/python3 -m venv $(VENV) && \
	  $(VENV)/bin/pip install -q "jsonschema>=4.18" "junitparser>=3.2" && \
	  $(VENV)/bin/pip download -q --no-deps --no-binary sarif-om -d $(VENV)/share sarif-om==1.0.4 && \
	  tar -xzf $(VENV)/share/sarif_om-1.0.4.tar.gz -C $(VENV)/share --strip-components=1 \
	    sarif_om-1.0.4/$(notdir $(SARIF_SCHEMA)); }

# What cannot be installed is left out of the benchmark, which says so.
setup-bench:
	-$(call install,$(BENCH_PACKAGES))
	@[ -x $(VENV)/bin/rumdl ] || { \
	  /usr/bin/python3 -m venv $(VENV) && $(VENV)/bin/pip install -q rumdl; } || \
	  echo "rumdl could not be installed: the benchmark goes on without it"

# Installs those Debian packages of a list that are missing.
define install
	@missing=$$(for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q "ok installed" || echo $$package; \
	done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing" $$missing; \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; \
	fi
endef

clean:
	rm -rf .build
