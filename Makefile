# make plan   from a fresh clone to a week's plan on a map
# make test   every check, in the same kind of environment
# make docs   the pages that are made from the code: scenario reference, index of findings
# make words  the compiled texts, after a change of optimizer/language/locale/*/LC_MESSAGES/luudong.po
#
# Needed: Python 3.11 or newer with pip.  Another interpreter: make plan PYTHON=python3.12

PYTHON ?= python3
SCENARIO ?= scenarios/ha-nam
SECONDS ?= 60
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: plan test docs words clean

plan: $(VENV)/installed
	$(BIN)/luudong plan $(SCENARIO) --seconds $(SECONDS)

test: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q -n 2

docs: $(VENV)/installed
	$(BIN)/python docs/generate.py

words: $(VENV)/installed-for-tests
	$(BIN)/python scripts/words.py

$(VENV)/installed: $(VENV)/made pyproject.toml constraints.txt
	@echo "Installing what the planner needs (a few minutes the first time) / Đang cài đặt, lần đầu mất vài phút"
	$(INSTALL) --editable .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/made pyproject.toml constraints.txt
	@echo "Installing what the planner and its tests need (a few minutes the first time)"
	$(INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/installed

# A Python without ensurepip (Debian's, unless python3-venv is there) can still use its own pip.
$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; name one: make plan PYTHON=python3.12"; \
	  echo "Cần Python 3.11 trở lên; chỉ rõ bằng: make plan PYTHON=python3.12"; exit 1; }
	@rm -rf $(VENV)
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	else $(PYTHON) -m venv --without-pip $(VENV) \
	  && $(PYTHON) -m pip --quiet --disable-pip-version-check --python $(BIN)/python install pip; fi || { \
	  rm -rf $(VENV); \
	  echo "This Python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; \
	  echo "Python này không tạo được môi trường ảo. Trên Debian, Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
