# Everything a person does with this tree: `make help` lists it. Works on a fresh Debian 12 that has git, make and a network.
PORT ?= 8080

# The style sheet holds the rules for the classes that the sources name.
STYLE_SOURCES := $(shell find src -name '*.scss' -o -name '*.xml' -o -name '*.cpp' -o -name '*.h') tools/build_static.sh tools/trim_css.py tools/word_styles.py
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
# Silent when there is nothing to do.
NINJA = ninja -C build $(1) | sed -u '/no work to do/d; /Entering directory/d; /Re-checking globbed/d'

.PHONY: run build test check bench chaos assure demo fuzz setup clean help

run: build ## build, make the demo council unless it is there, and serve it
	@[ -f demo/demo ] || { rm -rf demo && build/goldenthread demo --data demo >/dev/null; }
	@exec build/goldenthread serve --data demo --listen 127.0.0.1:$(PORT)

build: build/build.ninja build/static-made ## build/goldenthread
	@$(call NINJA,goldenthread)

test: build/with-tests build/static-made ## every test: units, both databases, browser, chaos
	@$(call NINJA,all)
	@ctest --test-dir build --output-on-failure --no-tests=error -j $$(($$(nproc) + 1)) # one more, since some tests mostly wait

check: test ## what continuous integration runs, no more and no less

chaos: build/with-tests build/static-made ## kill the program 300 times on each database and prove that nothing is lost
	@$(call NINJA,all)
	@GOLDENTHREAD_KILLS=300 ctest --test-dir build --output-on-failure --no-tests=error -L chaos

assure: build/with-tests build/static-made ## before a release, an hour or more: 1,000 kills and 1,000 races on each database, 300,000 mangled files for each reader, every test under sanitizers, the arithmetic under clang too
	@$(call NINJA,all)
	@GOLDENTHREAD_KILLS=1000 GOLDENTHREAD_RACES=1000 ctest --test-dir build --output-on-failure --no-tests=error -R 'chaos|races'
	@for folder in kit compare explore exchange; do GOLDENTHREAD_MANGLED=300000 build/$${folder}_test --gtest_brief=1 --gtest_filter='*Mangled*' || exit 1; done
	@cmake --preset address >/dev/null && cmake --build --preset address && ctest --preset address -LE 'browser|chaos'
	@tools/setup.sh build test clang
	@for preset in clang clang-address; do cmake --preset $$preset >/dev/null && cmake --build --preset $$preset && ctest --preset $$preset || exit 1; done

bench: build ## measure against nginx and sqlite3, and write docs/performance.md
	@tools/setup.sh build bench
	@cmake -B build -DGOLDENTHREAD_BENCH=ON >/dev/null && $(call NINJA,comparators_bench)
	@python3 bench/run.py

fuzz: ## throw mangled files at the readers
	@tools/setup.sh build clang
	@tools/fuzz.sh

demo: build ## make the demo council anew
	@rm -rf demo
	@build/goldenthread demo --data demo

setup: build/setup-tests ## install what building and testing need

clean: ## remove what was built, and the demo council
	@rm -rf build demo

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | column -t -s '|'

# One stamp for each list of packages, so that a second call does no work.
build/setup: tools/packages-build.txt tools/setup.sh package-lock.json
	@mkdir -p build
	@tools/setup.sh build && touch $@

build/setup-tests: tools/packages-test.txt build/setup
	@tools/setup.sh build test && touch $@

build/static-made: build/setup $(STYLE_SOURCES)
	@tools/build_static.sh build && touch $@

build/build.ninja: build/setup | build/static-made
	@cmake -S . -B build -G Ninja -DGOLDENTHREAD_TESTS=OFF >/dev/null && touch $@

build/with-tests: build/setup-tests build/build.ninja
	@cmake -S . -B build -DGOLDENTHREAD_TESTS=ON >/dev/null && touch $@
