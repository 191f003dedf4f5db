# The front door of the project. Every target sets up what it needs; nothing has to be done first.
#
#   make run                    play on this machine
#   make run HOST=0.0.0.0       play with the laptops and phones in the room
#   make test                   set up and run all tests      make test T=tests/rules
#   make check                  format, lint, types, import contracts
#   make format                 put the code in the agreed format
#   make bench                  measure

PYTHON ?= $(firstword $(shell command -v python3.11) $(shell command -v python3) python3)
HOST ?= 127.0.0.1
PORT ?= 8000
DATA ?= data
T ?= tests

BIN := .venv/bin

.PHONY: run test check format bench vendor clean

run: .venv/run.stamp vendor
	$(BIN)/python -m app --host $(HOST) --port $(PORT) --data $(DATA)

test: .venv/dev.stamp vendor
	@$(BIN)/python -m tools.system
	$(BIN)/python -m pytest $(T)

check: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev.stamp
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: .venv/dev.stamp vendor
	@$(BIN)/python -m tools.system
	$(BIN)/python -m tests.bench

vendor: .venv/run.stamp
	@$(BIN)/python -m tools.vendor

.venv/run.stamp: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'DNa Lab needs Python 3.11 or newer; this is ' + sys.version)"
	$(PYTHON) -m venv .venv

clean:
	rm -rf .venv node_modules static/vendor .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
