# onrecord: every task of the project. Needs Python 3.11 to 3.13, git and make.
#
#   make PYTHON=python3.12 install    chooses the interpreter
#   make SHARED=/path/to/data eval    says where the evaluation data lie
#   make ONLY=records,events eval     scores these sections of it alone

PYTHON ?= python3
SHARED ?= ../shared
DEMO_PAGE ?= onrecord-demo.html

VENV := .venv
BIN := $(VENV)/bin
# A stamp's date says when that set of packages was last installed.
INSTALLED := $(VENV)/.installed
DEV_INSTALLED := $(VENV)/.dev-installed
REQUIREMENTS := pyproject.toml constraints.txt
# Folders that hold Python of ours; those that do not exist yet are left out.
CODE := $(wildcard .ci docs evals src tests training)
TRAIN := .venv-train/bin/python -m training
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help install dev demo test check lint types imports tests unit format \
	docs eval weights bench constraints clean

help:  ## Say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

install: $(INSTALLED)  ## Make .venv and put the command at .venv/bin/onrecord

dev: $(DEV_INSTALLED)  ## The same, with the tools for checks, tests and benchmarks

demo: $(INSTALLED)  ## Read the example articles, print their record, write it as a page
	@$(BIN)/onrecord demo

test: dev  ## From nothing: install everything, then run every check
	@$(MAKE) --no-print-directory check

check: lint types imports tests eval  ## Format, lint, types, imports, tests, docs, floors

lint: dev  ## Formatting and lint rules
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: dev  ## Strict types
	$(BIN)/mypy

imports: dev  ## Who may import whom
	$(BIN)/lint-imports --no-logo

tests: dev  ## Every test, doctests and docs included, with branch coverage
	$(BIN)/pytest -q --cov --cov-report=term

unit: dev  ## The quick tests alone
	$(BIN)/pytest -q -m "not models and not slow"

format: dev  ## Rewrite the code as the formatter wants it
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

docs: dev  ## Write the reference pages from the code
	$(BIN)/python docs/generate.py

eval: dev  ## Score the readers; fail below evals/floors.json
	@if [ -d "$(SHARED)/data" ] && [ -d "$(SHARED)/eval" ]; then \
		$(BIN)/python -m evals.score --shared "$(SHARED)" $(if $(ONLY),--only "$(ONLY)"); \
	else \
		echo "eval: not run: $(SHARED) holds no data/ and eval/."; \
		echo "      The evaluation texts may not be copied into this repository; name their"; \
		echo "      folder with: make eval SHARED=/path/to/them"; \
	fi

weights: dev  ## Train the reader anew from the shared data and export it (2 to 3 hours)
	test -d .venv-train || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -c constraints.txt -e ".[train]"
	# A first network labels articles; a second starts from it and learns from both.
	$(TRAIN).train --data "$(SHARED)/data" --out build/first
	$(TRAIN).export --weights build/first/epoch-3.pt build/first/epoch-4.pt --out build/first/int8
	test -f build/silver.npz || $(TRAIN).label --weights build/first/int8 --texts 500 \
		--articles "$(SHARED)/articles/politics.jsonl.gz" --out build/silver.npz
	$(TRAIN).train --data "$(SHARED)/data" --out build/reader --silver build/silver.npz \
		--start "build/first/epoch-3.pt build/first/epoch-4.pt" --seed 37 --epochs 2 \
		--encoder-rate 1.5e-4 --shares "labelled=3 polnear=0.5 gum=1.2 crossner=4 \
		wikigold=0.3 factuality=0.25 gap=1.5 silver=0.7"
	$(TRAIN).export --weights build/reader/epoch-2.pt build/reader/averaged-2.pt \
		--out src/onrecord/read/weights
	$(BIN)/python -m evals.calibrate --shared "$(SHARED)"

bench: dev  ## Articles a second, start-up and memory, beside a yardstick encoder
	$(BIN)/python -m evals.bench --shared "$(SHARED)"

constraints: dev  ## Work out constraints.txt anew from pyproject.toml
	$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --report - \
		".[dev,bench,train]" | $(BIN)/python .ci/constraints.py > constraints.new
	mv constraints.new constraints.txt

clean:  ## Remove everything that make made
	rm -rf $(VENV) dist .coverage htmlcov .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache $(DEMO_PAGE)
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || { \
		echo "onrecord needs Python 3.11, 3.12 or 3.13, and '$(PYTHON)' is" \
			"$$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): $(REQUIREMENTS) | $(VENV)/bin/python
	$(PIP_INSTALL) -e .
	@touch $@

$(DEV_INSTALLED): $(REQUIREMENTS) | $(VENV)/bin/python
	$(PIP_INSTALL) -e ".[dev,bench]"
	@touch $@ $(INSTALLED)
