# Two commands: `make site` and `make test`. Everything that is missing is set up in .venv first.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV ?= .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
BROWSER_READY := tests/browser/node_modules/.ready

.PHONY: site examples check test test-all style benchmark benchmark-report requirements clean

site: $(SITE_READY)
	@$(BIN)/metodbank check
	@$(BIN)/metodbank build --strict

examples: $(SITE_READY)
	@for base in examples/*/; do $(BIN)/metodbank --root "$$base" build --strict --out "$$base/site" || exit 1; done

check: $(SITE_READY)
	@$(BIN)/metodbank check

test: $(TEST_READY) $(BROWSER_READY)
	$(BIN)/pytest -n auto

test-all: $(TEST_READY) $(BROWSER_READY)
	$(BIN)/pytest -n auto -m ""

style: $(TEST_READY)
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/ruff format --check generator tests benchmarks
	$(BIN)/mypy

# Beside the peers, which are set up on the first run: make benchmark RECORDS=20000 ARGS="--once --peers hugo"
RECORDS ?= 5000

benchmark: $(SITE_READY)
	@$(BIN)/python -m benchmarks.peers $(RECORDS) $(ARGS)

# All that is measured, in one file: make benchmark-report REPORT=otchet.md ARGS="--quick --folder /dev/shm"
REPORT ?= benchmark-report.md

benchmark-report: $(SITE_READY)
	@$(BIN)/python -m benchmarks.report --to $(REPORT) $(ARGS)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Нужен Python 3.11 или новее: make PYTHON=/путь/к/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Не создать .venv: в Debian и Ubuntu поставьте пакет python3-venv"; rm -rf $(VENV); exit 1; }

$(SITE_READY): requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator/metodbank
	@touch $@

$(TEST_READY): requirements-dev.txt $(SITE_READY)
	$(BIN)/pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The browser tests skip with a line of explanation where npm is absent.
$(BROWSER_READY): tests/browser/package.json
	@if command -v npm >/dev/null; then \
		npm install --prefix tests/browser --no-package-lock --no-audit --no-fund --silent && touch $@; \
	else \
		echo "npm не найден: проверки в браузере будут пропущены"; \
	fi

# Pins every dependency with its hashes; run after a change of pyproject.toml (needs uv).
requirements:
	uv pip compile pyproject.toml --group build --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --output-file requirements.txt
	uv pip compile pyproject.toml --group build --group dev --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --constraint requirements.txt \
		--output-file requirements-dev.txt

clean:
	rm -rf site $(VENV) tests/browser/node_modules
