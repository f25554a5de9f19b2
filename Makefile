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

# For fuzzing: seconds for each target; which targets (all, unless some are named); what is built, found and kept lies in
# folders of its own.
FUZZ_SECONDS ?= 30
FUZZ_TARGETS ?=
FUZZ := .build-fuzz
SPRINT_FUZZ := $(FUZZ)/release/SprintFuzz

# Each sanitizer builds everything anew, in a folder of its own. On Linux swiftc has no UndefinedBehaviorSanitizer, and
# checks arithmetic and bounds by itself; what is in C is checked along with addresses.
SANITIZERS ?= address thread
SANITIZE_FLAGS_address := -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
# The trackers that are read on all cores under ThreadSanitizer.
SANITIZE_TRACKERS ?= 1000

.PHONY: run build test bench fuzz sanitize sanitize-threads setup setup-test setup-bench lint check own clean

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

# What a target finds on its way is kept in $(FUZZ)/corpus, and inputs that break something in $(FUZZ)/found. The handlers
# of the Swift runtime would take the place of those of libFuzzer.
fuzz: setup
	@echo | swiftc -sanitize=fuzzer -typecheck - 2>/dev/null || { \
	  echo "no libFuzzer: swiftc has no runtime for -sanitize=fuzzer (libclang_rt.fuzzer-*.a); install a toolchain from swift.org"; \
	  exit 2; }
	SPRINTMARK_FUZZ=1 swift build -c release --scratch-path $(FUZZ) --product SprintFuzz
	@mkdir -p $(FUZZ)/found; status=0; \
	for target in $(or $(FUZZ_TARGETS),$$($(SPRINT_FUZZ))); do \
	  echo "== $$target"; mkdir -p $(FUZZ)/corpus/$$target; \
	  SWIFT_BACKTRACE=enable=no $(SPRINT_FUZZ) $$target -max_total_time=$(FUZZ_SECONDS) -timeout=10 -max_len=4096 \
	    -dict=Tests/Fuzz/tracker.dict -artifact_prefix=$(FUZZ)/found/$$target- -verbosity=0 -print_final_stats=1 \
	    $(FUZZ)/corpus/$$target || status=1; \
	done; \
	[ $$status -eq 0 ] || echo "something is broken: see $(FUZZ)/found; SprintFuzz TARGET FILE holds one against its target"; \
	exit $$status

# The tests under each sanitizer. What a test runs is built with it, too; cmark-gfm and libyaml are as the system has them.
sanitize: setup-test $(SANITIZERS:%=sanitize-%) sanitize-threads

sanitize-%:
	swift build --build-tests --sanitize=$* --scratch-path .build-$* $(SANITIZE_FLAGS_$*)
	swift test --skip-build --sanitize=$* --scratch-path .build-$* $(SANITIZE_FLAGS_$*)

# A folder of trackers, read on all cores.
sanitize-threads:
	swift build --sanitize=thread --scratch-path .build-thread --product sprintmark
	swift build --sanitize=thread --scratch-path .build-thread --product SprintBenchmark
	.build-thread/debug/SprintBenchmark generate $(SANITIZE_TRACKERS) 1 .build-thread/trackers
	TSAN_OPTIONS=halt_on_error=1:exitcode=66 .build-thread/debug/sprintmark lint .build-thread/trackers --fail-on off \
	  --statistics > /dev/null

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
	rm -rf .build $(FUZZ) $(SANITIZERS:%=.build-%)
