# `make demo` and `make test` need Python 3.11 or later, make and a package index, and nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help demo serve test lint types wheel bench train clean

help:
	@echo "make demo                  read the example articles, write demo.html and the minutes demo.db"
	@echo "make serve                 the same, and show the minutes in the browser"
	@echo "make test                  run the tests"
	@echo "make lint, make types      ruff; mypy, strict on src"
	@echo "make wheel                 build dist/verbale-*.whl, the model included"
	@echo "make bench CORPORA=folder  measure accuracy and speed against their floors"
	@echo "make train CORPORA=folder  train the language model again"
	@echo "make clean                 remove everything that was built here"

demo: .venv/installed-workbench
	$(BIN)/verbale demo --out demo.html --minutes demo.db

serve: demo
	$(BIN)/verbale serve --minutes demo.db

test: .venv/installed-dev
	$(BIN)/python -m pytest -q

lint: .venv/installed-dev
	$(BIN)/ruff check .

types: .venv/installed-dev
	$(BIN)/mypy

wheel: .venv/installed-dev
	$(BIN)/python -m build --wheel --no-isolation

bench: corpora .venv/installed-dev
	$(BIN)/python -m benchmarks $(CORPORA)

train: corpora .venv/installed-train
	$(BIN)/python -m training $(CORPORA)

.PHONY: corpora
corpora:
	@test -n "$(CORPORA)" || { echo "Name the folder that holds the corpora: make $(MAKECMDGOALS) CORPORA=folder" >&2; exit 2; }
	@test -d "$(CORPORA)" || { echo "There is no folder $(CORPORA)." >&2; exit 2; }

.venv/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Verbale needs Python 3.11 or later; name one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	"$(PYTHON)" -m venv .venv || { rm -rf .venv; exit 1; }

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/installed-workbench: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable '.[workbench]'
	@touch $@ .venv/installed

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@ .venv/installed-workbench .venv/installed

.venv/installed-train: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --editable '.[dev,train]'
	@touch $@ .venv/installed-dev .venv/installed

clean:
	rm -rf .venv dist demo.html demo.db demo.db-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests training benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
