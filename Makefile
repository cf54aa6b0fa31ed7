# Needs Python 3.11 or later, git and make; the rest comes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FOREIGN := $(VENV)/foreign
REPORTS := output
EXAMPLES := input_templates/voorbeelden
TEMPLATE := input_templates/quickscan.xlsx
MESSAGES := pipeline/locale/nl/LC_MESSAGES/messages

# The second one is for pip 25.3 and later, where the first no longer counts when building.
INSTALL := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: help run test foreign fuzz lint check bench messages pictures post template

help: ## toont deze uitleg
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: $(VENV)/.installed ## maakt de rapporten van de voorbeelden, en wat u moet navragen, in output/
	@$(BIN)/quickscan check $(EXAMPLES) --return $(REPORTS)/vragen >/dev/null || test $$? -eq 1
	@$(BIN)/quickscan report $(EXAMPLES) -o $(REPORTS) || test $$? -eq 1  # some are faulty
	@test -n "$$(find $(REPORTS) -name 'Adviesrapport*.docx')"
	@test -n "$$(find $(REPORTS)/vragen -name 'Vragen*.xlsx')"

test: $(VENV)/.installed-test ## voert alle tests uit
	@$(BIN)/python -m pytest -p tests.strict_skips

foreign: $(VENV)/.installed-test ## haalt SheetJS, exceljs, cfb en een validator op (met npm), waarmee make test dan ook toetst
	@mkdir -p $(FOREIGN)
	@cp tests/foreign/package.json $(FOREIGN)/
	@npm install --silent --no-audit --no-fund --no-package-lock --prefix $(FOREIGN)

fuzz: $(VENV)/.installed-test ## biedt kapotgemaakte werkboeken en mails aan, een minuut lang
	@$(BIN)/python -m tests.fuzz --seconds 60

lint: $(VENV)/.installed-test ## controleert opmaak, fouten, types en lagen van de code
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check: lint test ## lint en test na elkaar

bench: $(VENV)/.installed-test ## meet hoe snel een ronde gaat
	@$(BIN)/python -m bench

bench-big: $(VENV)/.installed-test ## meet het geheugen bij tienduizend scans (duurt lang)
	@$(BIN)/python -m bench.big

messages: $(VENV)/.installed-test ## maakt messages.mo van messages.po
	@$(BIN)/python -c "import polib; polib.pofile('$(MESSAGES).po').save_as_mofile('$(MESSAGES).mo')"

pictures: $(VENV)/.installed-test ## maakt de plaatjes in docs/pictures/ opnieuw
	@$(BIN)/python -m tests.make_pictures

post: foreign ## maakt de mails in input_templates/voorbeelden/post/ opnieuw (met LibreOffice)
	@$(BIN)/python -m tests.make_post

template: $(VENV)/.installed ## schrijft input_templates/quickscan.xlsx opnieuw
	@rm -f $(TEMPLATE)
	@$(BIN)/quickscan template --config /dev/null --output $(TEMPLATE)

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'QuickScan heeft Python 3.11 of nieuwer nodig. Kies er een met: make PYTHON=python3.11' >&2; exit 1; }
	@echo 'De omgeving wordt gemaakt in $(VENV). Dat duurt de eerste keer even.' >&2
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(INSTALL) --editable '.[test,bench]'
	@touch $@
