# SPDX-License-Identifier: GPL-3.0-or-later
# Two commands are all the set-up there is: `make compare` and `make test`.

FOOTPRINT = .build/release/footprint
BENCH_PYTHON ?= python3

.PHONY: compare test test-long slow-expressions bench bench-modelling bench-staffing bench-beds bench-elective instances libraries test-tools build

## The main job: three A&E sites to two in Staffordshire, with the plan's own demand levers on.
compare: build
	$(FOOTPRINT) compare Instances/staffordshire --levers all

build: libraries
	swift build -c release --product footprint 1>&2

## Everything that fits in ten minutes.
test: libraries test-tools
	swift test

## The rest: every configuration through glpsol, and what else is slow.
test-long: libraries test-tools
	FOOTPRINT_LONG_TESTS=1 swift test

## Warns of every expression that the compiler takes more than 200 ms over: the flag for it is one that a package which
## others depend on may not carry in its manifest.
slow-expressions: libraries
	swift build --build-tests --build-path .build/slow-expressions \
	    -Xswiftc -Xfrontend -Xswiftc -warn-long-expression-type-checking=200

## Times the main job and the loader beside the alternatives; prints ratios. Benchmarks/modelling has its own README.
bench: build
	python3 Benchmarks/compare.py
	python3 Benchmarks/instances/run.py

## Times the modelling layer beside C and five layers of Python (from PyPI); prints ratios.
bench-modelling: libraries
	python3 Benchmarks/modelling/run.py

## Times the family staffing on a made-up region beside HiGHS (from PyPI) and stock glpsol; prints tables.
bench-staffing: libraries
	python3 Benchmarks/staffing/run.py

## Times the families beds and elective beside HiGHS (from PyPI) and stock glpsol; prints tables. BENCH_PYTHON: a Python with highspy.
bench-beds: build
	$(BENCH_PYTHON) Benchmarks/beds.py

bench-elective: build
	$(BENCH_PYTHON) Benchmarks/elective.py

## Rebuilds the instances' tables from the publishers' files in FOOTPRINT_SOURCE_DATA.
instances:
	python3 Scripts/instances/build.py

libraries:
	@Scripts/install-packages.sh /usr/include/glpk.h libglpk-dev

test-tools:
	@Scripts/install-packages.sh "$$(command -v glpsol || echo /usr/bin/glpsol)" glpk-utils
	@Scripts/install-packages.sh "$$(command -v python3 || echo /usr/bin/python3)" python3
