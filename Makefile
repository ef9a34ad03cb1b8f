# broadsheet: the whole build, in one file.
#
#   make                 the program, build/release/broadsheet
#   make report          install what is missing, build, make the sample's report in build/report
#   make check           install what is missing, build, run all tests under ASan and UBSan
#   make soak            the tokenizer against ICU on SOAK_STRINGS random strings
#   make simulate        coverage of intervals, false alarms and power, SIMULATE_TIMES as often
#   make lint            format, layers, headers, clang-tidy, cppcheck, gcc -fanalyzer, shellcheck
#   make coverage        line and branch figures of the tests
#   make torture         the store's tests with more kills and flipped bits
#   make fuzz            each fuzz target for FUZZ_SECONDS, from its seeds
#   make weights         refit the weights that choose speakers from the labelled articles in GOLD
#   make bench-quotes    who said what, scored against the labelled articles in ../shared/gold
#   make bench           speed against other programs, as ratios
#   make deps            install what the groups named in GROUPS need (build test lint bench)
#   make golden          rewrite the expected outputs in tests/golden; read the diff
#   make install         into $(DESTDIR)$(PREFIX)

VERSION := 0.1.0
PREFIX ?= /usr/local
CC := gcc
CXX := g++
PKG_CONFIG ?= pkg-config
FUZZ_SECONDS ?= 60
SOAK_STRINGS ?= 10000000
SIMULATE_TIMES ?= 50
GROUPS ?= build
JOBS := -j$(shell nproc)

# --- what is built how: each mode has its own folder, so they never mix ---------
MODE ?= release
OUT := build/$(MODE)

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wvla \
	-Wformat=2 -Wwrite-strings -Wundef -Wswitch-enum -Wnull-dereference
WARNINGS_C := -Wpedantic -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
MODE_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
MODE_check := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
MODE_coverage := -O0 -g --coverage
MODE_analyze := -O1 -fanalyzer
MODE_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
ifeq ($(MODE),fuzz)
CC := clang
CXX := clang++
endif
ifdef WERROR
WARNINGS += -Werror
endif

# --- outside libraries: named once -----------------------------------------------
packages := gsl libpcre2-8 cairo pangocairo pangoft2 fontconfig icu-uc sqlite3 libxxhash nettle libcmark json-c simdjson yaml-0.1 libxml-2.0 libarchive zlib libbrotlidec uchardet harfbuzz-subset
bare_headers := csv.h
lib_flags := $(shell $(PKG_CONFIG) --cflags $(packages) 2>/dev/null)
libs := $(shell $(PKG_CONFIG) --libs $(packages) 2>/dev/null) -lstdc++ -lcsv -lm -lpthread
fonts_inter := /usr/share/fonts/opentype/inter
fonts_noto := /usr/share/fonts/truetype/noto

deps_build := gcc g++ libc6-dev make pkg-config libgsl-dev libcairo2-dev libpango1.0-dev libfontconfig-dev \
	libicu-dev libsqlite3-dev libxxhash-dev nettle-dev libcmark-dev libjson-c-dev libsimdjson-dev \
	libyaml-dev libpcre2-dev libxml2-dev libarchive-dev zlib1g-dev libbrotli-dev libuchardet-dev libharfbuzz-dev libcsv-dev fonts-inter fonts-noto-core
deps_test := libcmocka-dev chromium qpdf poppler-utils python3 unicode-data locales fonts-noto-cjk
deps_lint := clang-format clang-tidy cppcheck shellcheck python3
deps_coverage := libcmocka-dev lcov
deps_fuzz := clang libclang-rt-14-dev python3
deps_bench := python3 sqlite3 python3-sklearn

ALL_CFLAGS = -std=c17 $(WARNINGS) $(WARNINGS_C) $(MODE_$(MODE)) $(CFLAGS)
# For doors to libraries in C++: no more of it than they need. It may include our headers,
# which are C; and it is not analysed, for gcc 12 cannot.
ALL_CXXFLAGS = -std=gnu++20 -fno-exceptions -fno-rtti $(WARNINGS) \
	$(filter-out -fanalyzer,$(MODE_$(MODE))) $(CXXFLAGS)
ALL_CPPFLAGS = -I. -D_POSIX_C_SOURCE=200809L -DBROADSHEET_VERSION='"$(VERSION)"' \
	-DFONTS_INTER='"$(fonts_inter)"' -DFONTS_NOTO='"$(fonts_noto)"' $(lib_flags) $(CPPFLAGS)

# --- what there is: one archive a room, each linked only with those below --------
folders = $(sort $(wildcard $(1)/*.$(2) $(1)/*/*.$(2)))
corpus_sources := $(call folders,corpus,c)
corpus_doors := $(call folders,corpus,cc)
analysis_sources := $(call folders,analysis,c)
main_source := reports/cli/main.c
reports_sources := $(filter-out $(main_source),$(call folders,reports,c))
corpus_tests := $(sort $(wildcard tests/corpus/test_*.c))
analysis_tests := $(sort $(wildcard tests/analysis/test_*.c))
reports_tests := $(sort $(wildcard tests/reports/test_*.c))
seeds_test := tests/fuzz/test_seeds.c
test_sources := $(corpus_tests) $(analysis_tests) $(reports_tests) $(seeds_test)
program_tests := $(sort $(wildcard tests/program/test_*.sh))
fuzz_sources := $(sort $(wildcard tests/fuzz/fuzz_*.c))
bench_sources := $(wildcard tests/bench/*.c)
headers := $(foreach room,corpus analysis reports,$(call folders,$(room),h)) $(wildcard tests/*.h)
sources := $(corpus_sources) $(analysis_sources) $(reports_sources) $(wildcard $(main_source))
formatted = $(sources) $(corpus_doors) $(headers) $(test_sources) $(fuzz_sources) $(bench_sources) $(wildcard tests/*/*.h)
scripts := .ci/run $(wildcard tests/program/*.sh tests/bench/*.sh tests/*.sh)

GOLD ?= ../shared/gold/polnear.dev.jsonl ../shared/gold/modern.dev.jsonl
nameless := $(if $(wildcard $(firstword $(GOLD))),$(OUT)/nameless/broadsheet)

libcorpus := $(OUT)/libcorpus.a
libanalysis := $(OUT)/libanalysis.a
libreports := $(OUT)/libreports.a
test_programs := $(test_sources:%.c=$(OUT)/%)
bench_programs := $(bench_sources:%.c=$(OUT)/%)
fuzz_programs := $(fuzz_sources:%.c=$(OUT)/%)

.PHONY: all check run-tests soak run-soak simulate run-simulate golden report sample-report deps probe lint check-format \
	check-layers check-headers check-tables tidy cppcheck analyze shellcheck format coverage run-coverage fuzz \
	run-fuzz torture weights bench-quotes bench build-bench install uninstall clean
.DELETE_ON_ERROR:
.SECONDARY:

all: $(OUT)/broadsheet

$(OUT)/broadsheet: $(main_source:%.c=$(OUT)/%.o) $(libreports) $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(libs)

# The same with a lexicon that lacks the given names of the labelled articles: tests/program/test_nameless.sh.
# The assembler looks for what is embedded from the folder it runs in.
$(OUT)/nameless/broadsheet: $(OUT)/broadsheet tests/program/nameless.py $(GOLD)
	@rm -rf $(@D) && mkdir -p $(@D)
	@python3 tests/program/nameless.py $(@D) $(GOLD)
	@cd $(@D) && $(CC) -I$(CURDIR) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o lexicon.o $(CURDIR)/corpus/voices/lexicon.c
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(main_source:%.c=$(OUT)/%.o) $(@D)/lexicon.o $(libreports) $(libanalysis) $(libcorpus) $(libs)

$(libcorpus): $(corpus_sources:%.c=$(OUT)/%.o) $(corpus_doors:%.cc=$(OUT)/%.o)
$(libanalysis): $(analysis_sources:%.c=$(OUT)/%.o)
$(libreports): $(reports_sources:%.c=$(OUT)/%.o)
$(libcorpus) $(libanalysis) $(libreports):
	@rm -f $@ && $(AR) rcs $@ $^

$(OUT)/%.o: %.c Makefile | probe
	@mkdir -p $(@D)
	@echo "compile $<"
	@$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/%.o: %.cc Makefile | probe
	@mkdir -p $(@D)
	@echo "compile $<"
	@$(CXX) $(ALL_CPPFLAGS) $(ALL_CXXFLAGS) -MMD -MP -c -o $@ $<

# What is compiled in by .incbin is not seen by -MMD.
$(OUT)/reports/pages/sayings.o: $(wildcard reports/pages/sayings.??)
$(OUT)/corpus/voices/lexicon.o $(OUT)/corpus/voices/grammar.o $(OUT)/corpus/voices/ranker.o $(OUT)/corpus/text/stopwords.o $(OUT)/corpus/text/sentences.o: $(wildcard corpus/lexicon/*/*)
$(OUT)/analysis/dictionary/dictionary_read.o: $(wildcard analysis/topics/*)
$(OUT)/reports/export/html.o: reports/export/html.css
$(OUT)/tests/corpus/test_store_old.o: tests/corpus/store_3.sql

# A test links with the room it tests and those below: what climbs won't link.
$(corpus_tests:%.c=$(OUT)/%): $(OUT)/%: $(OUT)/%.o $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(libs)

$(analysis_tests:%.c=$(OUT)/%): $(OUT)/%: $(OUT)/%.o $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(libs)

$(reports_tests:%.c=$(OUT)/%): $(OUT)/%: $(OUT)/%.o $(libreports) $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(libs)

$(fuzz_programs): $(OUT)/tests/fuzz/%: $(OUT)/tests/fuzz/%.o $(libreports) $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(libs)

# All targets in one program: each one's entry has its own name there.
$(OUT)/tests/fuzz/%.seeds.o: tests/fuzz/%.c Makefile | probe
	@mkdir -p $(@D)
	@echo "compile $< for its seeds"
	@$(CC) $(ALL_CPPFLAGS) -DLLVMFuzzerTestOneInput=$* $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(seeds_test:%.c=$(OUT)/%): $(seeds_test:%.c=$(OUT)/%.o) $(fuzz_sources:%.c=$(OUT)/%.seeds.o) $(libreports) $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(libs)

$(bench_programs): $(OUT)/tests/bench/%: $(OUT)/tests/bench/%.o $(libreports) $(libanalysis) $(libcorpus)
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(libs)

# --- what has to be there ----------------------------------------------------------
probe:
	@missing=""; \
	for p in $(packages); do $(PKG_CONFIG) --exists $$p 2>/dev/null || missing="$$missing $$p"; done; \
	for h in $(bare_headers); do test -e /usr/include/$$h || missing="$$missing $$h"; done; \
	if [ -n "$$missing" ]; then \
		echo "not found:$$missing; run 'make deps', or as root: apt-get install -y $(deps_build)" >&2; \
		exit 1; \
	fi

deps:
	@wanted="$(sort $(foreach group,$(GROUPS),$(deps_$(group))))"; missing=""; \
	for p in $$wanted; do \
		dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	root=""; if [ "$$(id -u)" != 0 ]; then root="sudo -n"; fi; \
	echo "installing:$$missing"; \
	$$root apt-get update -qq && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing

# --- the first report ----------------------------------------------------------------
report:
	@$(MAKE) --no-print-directory deps GROUPS=build
	@$(MAKE) --no-print-directory $(JOBS) all
	@$(MAKE) --no-print-directory sample-report

sample-report:
	$(OUT)/broadsheet report -o build/report corpus/sample

# --- checking ------------------------------------------------------------------------
check:
	@$(MAKE) --no-print-directory deps GROUPS="build test"
	@$(MAKE) --no-print-directory $(JOBS) MODE=check WERROR=1 run-tests

run-tests: $(test_programs) $(OUT)/broadsheet $(nameless)
	@sh tests/run.sh $(OUT) $(test_programs) -- $(program_tests)

soak:
	@$(MAKE) --no-print-directory deps GROUPS="build test"
	@$(MAKE) --no-print-directory $(JOBS) run-soak

run-soak: $(OUT)/tests/corpus/test_tokens_icu $(OUT)/tests/corpus/test_fold_icu
	@for t in $^; do BROADSHEET_STRINGS=$(SOAK_STRINGS) ./$$t || exit 1; done

simulate:
	@$(MAKE) --no-print-directory deps GROUPS="build test"
	@$(MAKE) --no-print-directory $(JOBS) run-simulate

run-simulate: $(OUT)/tests/analysis/test_cover $(OUT)/tests/analysis/test_claims
	@for t in $^; do BROADSHEET_TIMES=$(SIMULATE_TIMES) ./$$t || exit 1; done

golden: $(test_programs) $(OUT)/broadsheet
	@BROADSHEET_GOLDEN=write sh tests/run.sh $(OUT) $(test_programs) -- $(program_tests)

lint:
	@$(MAKE) --no-print-directory deps GROUPS="build test lint"
	@$(MAKE) --no-print-directory $(JOBS) --keep-going check-format check-layers check-headers \
		check-tables tidy cppcheck analyze shellcheck

check-format:
	@clang-format --dry-run --Werror $(formatted)

check-layers:
	@awk -f tests/layers.awk tests/layers.txt tests/doors.txt $(filter-out tests/%,$(headers)) $(sources) $(corpus_doors)

# Worked values are what their scripts say, not what somebody typed; each saying of the report
# has its translations.
check-tables:
	@for t in $(wildcard tests/tables/*.py); do \
		python3 $$t | cmp - $${t%.py}.inc || exit 1; \
	done
	@python3 tests/sayings.py
	@if Rscript -e 'library(limma)' >/dev/null 2>&1; then \
		Rscript tests/tables/oracles.R | cmp - tests/tables/oracles.inc; \
	else \
		echo "skip tests/tables/oracles.R: r-base-core and r-bioc-limma are not here"; \
	fi

# Each header must compile by itself, so that no include order matters.
check-headers: | probe
	@for h in $(headers); do \
		$(CC) $(ALL_CPPFLAGS) -std=c17 -Wall -Wextra -Werror -fsyntax-only -x c $$h || exit 1; \
	done

# One process a file: clang-tidy 14 carries va_list state from one to the next.
tidy: $(sources:%=$(OUT)/%.tidy) $(corpus_doors:%=$(OUT)/%.tidy)

$(OUT)/%.tidy: % .clang-tidy $(headers) | probe
	@mkdir -p $(@D)
	@clang-tidy --quiet $< -- $(ALL_CPPFLAGS) $(if $(filter %.cc,$<),-std=gnu++20,-std=c17) 2>/dev/null
	@touch $@

cppcheck:
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
		--error-exitcode=1 -I. $(sources)

analyze:
	@$(MAKE) --no-print-directory MODE=analyze WERROR=1 all

shellcheck:
	@shellcheck $(scripts)

format:
	@clang-format -i $(formatted)

coverage:
	@$(MAKE) --no-print-directory deps GROUPS="build test coverage"
	@$(MAKE) --no-print-directory $(JOBS) MODE=coverage run-coverage

run-coverage: run-tests
	lcov --quiet --rc lcov_branch_coverage=1 --capture --directory build/coverage \
		--no-external --base-directory . --output-file build/coverage/all.info
	lcov --quiet --rc lcov_branch_coverage=1 --remove build/coverage/all.info '*/tests/*' \
		--output-file build/coverage/code.info
	lcov --rc lcov_branch_coverage=1 --list build/coverage/code.info

fuzz:
	@$(MAKE) --no-print-directory deps GROUPS="build fuzz"
	@$(MAKE) --no-print-directory $(JOBS) MODE=fuzz run-fuzz

run-fuzz: $(fuzz_programs)
	@for f in $^; do \
		python3 tests/fuzz/seeds.py unpack tests/fuzz/seeds/$${f##*/fuzz_}.hex $$f.corpus && ./$$f -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
			-max_len=4096 $$f.corpus || exit 1; \
	done

# --- who said what ---------------------------------------------------------------------
weights: all
	$(OUT)/broadsheet train -o $(OUT)/ranker.weights $(GOLD)
	@cp $(OUT)/ranker.weights corpus/lexicon/en/ranker.weights

bench-quotes: all
	@python3 tests/bench/quotes.py $(OUT)/broadsheet

# What `make check` does 20 and 300 times.
torture:
	@$(MAKE) --no-print-directory deps GROUPS="build test"
	@$(MAKE) --no-print-directory $(JOBS) MODE=check build/check/tests/corpus/test_store_old build/check/broadsheet
	FLIPS=20000 build/check/tests/corpus/test_store_old
	KILLS=200 BROADSHEET=$(CURDIR)/build/check/broadsheet sh tests/program/test_store.sh

bench:
	@$(MAKE) --no-print-directory deps GROUPS="build bench"
	@$(MAKE) --no-print-directory $(JOBS) build-bench
	sh tests/bench/bench.sh $(OUT)

build-bench: all $(bench_programs)

# --- putting it in place -----------------------------------------------------------
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(OUT)/broadsheet $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -m 644 reports/cli/broadsheet.1 $(DESTDIR)$(PREFIX)/share/man/man1/broadsheet.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/broadsheet $(DESTDIR)$(PREFIX)/share/man/man1/broadsheet.1

clean:
	rm -rf build

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
