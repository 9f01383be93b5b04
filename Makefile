# Two commands do everything: `make run` starts the dashboard, `make test` runs every test. The rest is for developers.
PYTHON ?= python3
PORT ?= 8501
PARTS ?= 2

PY := .venv/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement
# An index of one's own would list only its own files; the locks are for every platform.
LOCK := env -u PIP_FIND_LINKS .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help run test check format pictures demo lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' Makefile | expand -t 18

run: .venv/.installed ## install what is needed, then start the dashboard and print its address (PORT=8501)
	$(PY) -m streamlit run app.py --server.port $(PORT)

test: .venv/.installed-dev ## install what tests need, the browser included, and run them all (PARTS=2 at once)
	-@bash .ci/prepare browser
	$(PY) -m pytest --numprocesses $(PARTS) --dist loadgroup

check: .venv/.installed-dev ## lint, format, types, direction of imports, SQL
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy equality app.py pages
	.venv/bin/lint-imports
	.venv/bin/sqlfluff lint --disable-progress-bar queries

format: .venv/.installed-dev ## put code in the one format
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

pictures: .venv/.installed-dev ## every page as a picture, into build/pictures/
	-@bash .ci/prepare browser
	$(PY) -m tests.browser.pictures

demo: .venv/.installed ## make the shipped demonstration store again, from its seed
	$(PY) -m equality demo data/demo

lock: .venv/.installed-dev ## write the hashed locks again after a pin changed
	$(LOCK) --output-file requirements.lock requirements.txt
	$(LOCK) --constraint requirements.lock --output-file requirements-dev.lock requirements-dev.txt

clean: ## remove the environment and everything that was built; data/store/ stays
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make a second `make run` start at once: installing happens only after a lock changed.
.venv/.made:
	@PYTHON=$(PYTHON) bash .ci/prepare python
	$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/.installed: requirements.lock .venv/.made
	@echo "Installing what the dashboard needs; the first time takes a minute or two."
	@$(INSTALL) requirements.lock
	@touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	@echo "Installing what tests and checks need."
	@$(INSTALL) requirements-dev.lock
	@touch $@
