# sprintmark: `make run` lints and compiles a folder of trackers, `make test` passes the tests.
# Both install what is missing on a Debian machine with a Swift toolchain; so do `make install`, `make dist` and `make deb`.

DIR ?= sprints
OUT ?= .build/out
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev pkg-config
TEST_PACKAGES := cmark-gfm graphviz jq python3 python3-venv git zsh fish
VENV := .build/venv
# The package sarif-om has the official schema in its source alone.
SARIF_SCHEMA := $(VENV)/share/sarif-2.1.0-rtm.4.json
# All libraries inside the binary: it runs on any Linux, and starts in a third of the time. lld, as the other linkers warn
# of what Foundation asks the system for, which we do not use.
RELEASE := -c release --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
  -Xswiftc -cross-module-optimization
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/sprintmark

# For the benchmark: see `SprintBenchmark --help`; `make bench BENCH_FLAGS=--quick` takes a first look.
BENCH_FLAGS ?=
BENCH_PACKAGES := cmark-gfm valgrind gcc libc6-dev binutils python3 python3-venv

# What `make install` installs, below PREFIX; DESTDIR stands in front of it.
PREFIX ?= /usr/local
DESTDIR ?=
TREE := .build/tree
SHARED := $(addprefix share/, bash-completion/completions/sprintmark zsh/site-functions/_sprintmark \
  fish/vendor_completions.d/sprintmark.fish man/man1/sprintmark.1 \
  $(addprefix doc/sprintmark/, README.md copyright $(wildcard schemas/*.json)))

DIST := .build/dist
DIST_PACKAGES := mandoc lintian groff-base
VERSION := $(shell sed -n 's/.*number = "\(.*\)"/\1/p' Sources/SprintDriver/Running/Version.swift)
ARCHIVE = sprintmark-$(VERSION)-linux-$(shell uname -m)
# When what is packed was made: no clock, so that the same sources give the same bytes.
EPOCH = $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y Package.swift))
# For `--version`; an archive knows none, and the repository around it is not ours.
export SPRINTMARK_COMMIT := $(shell [ -e .git ] && git describe --always --dirty --exclude='*' --abbrev=7 2>/dev/null)

# For fuzzing: seconds for each target; which targets (all, unless some are named); what is built, found and kept lies in
# folders of its own.
FUZZ_SECONDS ?= 30
FUZZ_TARGETS ?=
FUZZ := .build-fuzz
SPRINT_FUZZ := $(FUZZ)/release/SprintFuzz

# Each sanitizer builds everything anew, in a folder of its own. On Linux swiftc has no UndefinedBehaviorSanitizer, and
# checks arithmetic and bounds by itself; what is in C is checked along with addresses.
SANITIZERS ?= address thread
# Neither knows libraries that are not built with it; ThreadSanitizer itself does not start where files may not be large.
SANITIZE_ENVIRONMENT_address := LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0
SANITIZE_ENVIRONMENT_thread := TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/races.txt:print_suppressions=0 \
  SPRINTMARK_FILE_LIMITS=0
SANITIZE_FLAGS_address := -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
# What runs many times slower is given less to do: the tasks of the largest workspaces, and how often runs are killed.
SANITIZE_SIZES ?= SPRINTMARK_KILLS=6
# The trackers that are read on all cores under ThreadSanitizer.
SANITIZE_TRACKERS ?= 1000

# The program of the benchmark is there where it is asked for, see Package.swift.
test bench growth worst: export SPRINTMARK_BENCH := 1
sanitize-%: export SPRINTMARK_BENCH := 1

.PHONY: run build test bench growth worst pictures fuzz sanitize sanitize-threads tree install uninstall dist deb check-dist \
  setup setup-test setup-bench setup-dist lint check own clean

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

# The pictures of the README, from what the program prints.
pictures: build setup-test
	cd Tests/Pictures && $(CURDIR)/$(VENV)/bin/python terminal.py report.svg "docs/implplan" $(BINARY) lint docs/implplan
	cd Tests/Pictures && $(BINARY) compile docs/implplan --emit dot | dot -Tsvg > graph.svg

# The binary and what belongs to it, as they are installed.
tree: build
	swift build $(RELEASE) --product generate-manual
	rm -rf $(TREE)
	@mkdir -p $(TREE)/bin $(addprefix $(TREE)/, $(sort $(dir $(SHARED))))
	strip -o $(TREE)/bin/sprintmark $(BINARY)
	$(BINARY) --generate-completion-script bash > $(TREE)/share/bash-completion/completions/sprintmark
	$(BINARY) --generate-completion-script zsh > $(TREE)/share/zsh/site-functions/_sprintmark
	$(BINARY) --generate-completion-script fish > $(TREE)/share/fish/vendor_completions.d/sprintmark.fish
	$(dir $(BINARY))generate-manual $(BINARY) --date $$(date -u -d @$(EPOCH) +%F) -o $(TREE)/share/man/man1
	sed -i 's/^$$/.Pp/' $(TREE)/share/man/man1/sprintmark.1   # groff complains of the generator's empty lines
	cp README.md $(TREE)/share/doc/sprintmark
	cp schemas/*.json $(TREE)/share/doc/sprintmark/schemas
	.packaging/copyright > $(TREE)/share/doc/sprintmark/copyright

# Builds as who you are, and asks for rights only where it needs them to write.
install: tree
	@to=$(DESTDIR)$(PREFIX); sudo=$(SUDO); mkdir -p $$to/bin 2>/dev/null && [ -w $$to/bin ] && sudo=; \
	echo "Installing into $$to"; \
	$$sudo install -D -m 755 $(TREE)/bin/sprintmark $$to/bin/sprintmark && \
	for file in $(SHARED); do $$sudo install -D -m 644 $(TREE)/$$file $$to/$$file || exit 1; done

uninstall:
	@to=$(DESTDIR)$(PREFIX); sudo=$(SUDO); [ -w $$to/bin ] && sudo=; \
	echo "Removing from $$to"; \
	$$sudo rm -f $$to/bin/sprintmark $(addprefix $$to/, $(SHARED)) && \
	$$sudo rm -rf $$to/share/doc/sprintmark

# Without folders: those that are there where it is unpacked stay as they are.
dist: tree
	@mkdir -p $(DIST)
	cd $(TREE) && find * -type f | LC_ALL=C sort | \
	  tar -c -T - --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@$(EPOCH) \
	    --transform 's,^,$(ARCHIVE)/,' | gzip -9n > $(CURDIR)/$(DIST)/$(ARCHIVE).tar.gz
	cd $(DIST) && sha256sum $(ARCHIVE).tar.gz > $(ARCHIVE).tar.gz.sha256

deb: tree
	@mkdir -p $(DIST)
	SOURCE_DATE_EPOCH=$(EPOCH) .packaging/deb $(TREE) $(VERSION) $(DIST)

# What is shipped, unpacked and run where there is nothing else.
check-dist: dist deb setup-dist
	.packaging/check $(TREE) $(VERSION) $(DIST)/$(ARCHIVE).tar.gz

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
# XCTest, which has no test here, is left out.
sanitize: setup-test $(SANITIZERS:%=sanitize-%) sanitize-threads

sanitize-%:
	swift build --build-tests --sanitize=$* --scratch-path .build-$* $(SANITIZE_FLAGS_$*)
	$(SANITIZE_SIZES) $(SANITIZE_ENVIRONMENT_$*) swift test --skip-build --disable-xctest --sanitize=$* --scratch-path .build-$* $(SANITIZE_FLAGS_$*)

# A folder of trackers, read on all cores.
sanitize-threads:
	swift build --sanitize=thread --scratch-path .build-thread --product sprintmark
	swift build --sanitize=thread --scratch-path .build-thread --product SprintBenchmark
	.build-thread/debug/SprintBenchmark generate $(SANITIZE_TRACKERS) 1 .build-thread/trackers
	TSAN_OPTIONS=halt_on_error=1:exitcode=66 .build-thread/debug/sprintmark lint .build-thread/trackers --fail-on off \
	  --statistics > /dev/null
	TSAN_OPTIONS=halt_on_error=1:exitcode=66 .build-thread/debug/sprintmark fmt --check .build-thread/trackers \
	  > /dev/null || [ $$? -eq 1 ]

# Whether ten times the input takes ten times the work, for each command and shape, by callgrind: a long run.
growth: build setup-bench
	swift build $(RELEASE) --product SprintBenchmark
	$(dir $(BINARY))SprintBenchmark growth

# What the largest files cost that the limits allow.
worst: build setup-bench
	swift build $(RELEASE) --product SprintBenchmark
	$(dir $(BINARY))SprintBenchmark worst --check

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
	@$(VENV)/bin/python -c "import duckdb, jsonschema, junitparser, pre_commit, rich, yaml" 2>/dev/null && [ -f $(SARIF_SCHEMA) ] || { \
	  /usr/bin/python3 -m venv $(VENV) && \
	  $(VENV)/bin/pip install -q "duckdb>=1" "jsonschema>=4.18" "junitparser>=3.2" "pre-commit>=3.2" "pyyaml>=6" \
	    "rich>=13" && \
	  $(VENV)/bin/pip download -q --no-deps --no-binary sarif-om -d $(VENV)/share sarif-om==1.0.4 && \
	  tar -xzf $(VENV)/share/sarif_om-1.0.4.tar.gz -C $(VENV)/share --strip-components=1 \
	    sarif_om-1.0.4/$(notdir $(SARIF_SCHEMA)); }

setup-dist:
	$(call install,$(DIST_PACKAGES))

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
