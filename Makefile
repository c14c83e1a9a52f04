# make run    sets everything up, reads the demo collection, opens the desk
# make test   sets everything up, runs every check
# Both work on a fresh machine with Python 3.11 or later, git and make.

SHELL := /bin/bash
PYTHON ?= $(shell for v in python3.13 python3.12 python3.11 python3; do command -v $$v >/dev/null 2>&1 && $$v -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$v; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo-casebook
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

.PHONY: run test check lint types tests demo lock clean help

help:
	@sed -n '1,3s/^# //p' Makefile

run: $(VENV)/ready
	@$(BIN)/amanat demo $(DEMO)
	@$(BIN)/amanat -C $(DEMO) desk

test: $(VENV)/ready-dev
	@$(MAKE) --no-print-directory check

check: lint types tests

lint:
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports --no-cache

types:
	@$(BIN)/mypy

tests:
	@PATH="$(CURDIR)/$(BIN):$$PATH" .ci/tests

# The lock files carry hashes and no addresses; uv is needed only to make them anew.
lock:
	@for extra in "" dev; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    $${extra:+--extra $$extra} pyproject.toml -o requirements$${extra:+-$$extra}.lock; done

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Amanat needs Python 3.11 or later; please install it, then run make again." >&2; exit 1; }
	@.ci/packages run
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV) && touch $@

$(VENV)/ready: $(VENV)/made requirements.lock pyproject.toml
	@echo "Installing Amanat into $(VENV) …"
	@$(PIP) -r requirements.lock
	@$(BIN)/python .ci/link $(CURDIR)/src
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	@.ci/packages test
	@echo "Installing what the checks need …"
	@$(PIP) -r requirements-dev.lock
	@touch $@

clean:
	@rm -rf $(VENV) $(DEMO) build .mypy_cache .ruff_cache .hypothesis
