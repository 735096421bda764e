# make run   sets Plankoll up and runs it on the sample documents.
# make test  sets it up with the test tools and runs everything that CI runs.
# Both need Python 3.11 or later and make, nothing else.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
ROOMS := models extractors checks outputs corpus flows
# Test processes: the suite is measured on two cores.
JOBS ?= 2
OUT ?= outputs
SEED ?= 1
DOCUMENTS ?= 300
# Documents that the benchmark makes for itself; MADE=0 for none.
MADE ?= 24
KILLS ?= 100
MUTANTS ?= 5000
SIZES ?= 100 1000 10000
HOSTILE ?= 200
# Looked for in this order; `make run PYTHON=/path/to/python` names another one.
PYTHON ?= python3.11 python3
COMPILE := $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check lint format evaluate corpus train notebook bench endure scale sbom licences requirements clean

help:
	@echo "make run                  set up, then run Plankoll on corpus/samples / ställ i ordning och kör på exemplen"
	@echo "make test                 set up, then run all that CI runs / ställ i ordning och kör alla prov"
	@echo "make check                another name for make test / samma som make test"
	@echo "make lint                 format, lint and types only"
	@echo "make format               rewrite the files in the house format"
	@echo "make evaluate DIR=folder  measure against labelled documents (folder/pdf and folder/truth)"
	@echo "make corpus DIR=folder    make labelled documents there (SEED=1 DOCUMENTS=300) / gör dokument med facit"
	@echo "make train                train the model that tells goals from activities / träna modellen som skiljer mål från aktiviteter"
	@echo "make notebook             open the example notebook on outputs/dataset / öppna exempelboken"
	@echo "make bench                beside other table readers, on made documents (MADE=24 SEED=1) and DIR=folder"
	@echo "make endure               kill KILLS=100 runs and take in MUTANTS=5000 mutated files / härdighetsprov"
	@echo "make scale DIR=folder     runs of SIZES=\"100 1000 10000\" files of it, HOSTILE=200 beside / hela körningar"
	@echo "make sbom                 write the bill of materials of what is installed, build/sbom.json"
	@echo "make licences             the licences of what is installed; fails on the AGPL"
	@echo "make requirements         compile requirements/*.in to pinned and hashed *.txt"
	@echo "make clean                remove the virtual environment and the caches, never what was published"

run: $(VENV)/run.stamp
	@echo "==> plankoll run corpus/samples/pdf --out $(OUT)"
	@$(BIN)/plankoll run corpus/samples/pdf --out $(OUT)
	@echo "==> plankoll report --out $(OUT)"
	@$(BIN)/plankoll report --out $(OUT)

check: test

test: lint
	@echo "==> Tests / prov: pytest, $(JOBS) processes"
	@$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/dev.stamp
	@echo "==> Format: ruff format --check"
	@$(BIN)/ruff format --check .
	@echo "==> Lint / granskning: ruff check"
	@$(BIN)/ruff check .
	@echo "==> Types / typer: mypy --strict"
	@$(BIN)/mypy $(ROOMS) tests

format: $(VENV)/dev.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

evaluate: $(VENV)/run.stamp
	@test -n "$(DIR)" || { echo "Say which folder: make evaluate DIR=folder / Ange mapp: make evaluate DIR=mapp" >&2; exit 2; }
	@$(BIN)/plankoll evaluate "$(DIR)"

corpus: $(VENV)/corpus.stamp
	@test -n "$(DIR)" || { echo "Say where: make corpus DIR=folder / Ange mapp: make corpus DIR=mapp" >&2; exit 2; }
	@$(BIN)/plankoll corpus make --seed $(SEED) --documents $(DOCUMENTS) --out "$(DIR)"

train: $(VENV)/corpus.stamp
	@$(BIN)/plankoll train

notebook: $(VENV)/notebook.stamp
	@$(BIN)/marimo edit examples/money.py

# Tools that are not installed (tabula-py wants java) are said and left out.
bench: $(VENV)/bench.stamp
	@echo "==> Benchmark / jämförelse: tens of minutes / tiotals minuter"
	@$(BIN)/python -m flows.measuring.bench --made $(MADE) --seed $(SEED) $(if $(DIR),"$(DIR)")

endure: $(VENV)/dev.stamp
	@echo "==> Killed runs / dödade körningar: $(KILLS)"
	@$(BIN)/python -m tests.kill_runs --kills $(KILLS) --seed $(SEED)
	@echo "==> Mutated files / förvanskade filer: $(MUTANTS)"
	@$(BIN)/python -m tests.mutants --count $(MUTANTS) --seed $(SEED)

scale: $(VENV)/dev.stamp
	@test -n "$(DIR)" || { echo "Say which folder: make scale DIR=folder / Ange mapp: make scale DIR=mapp" >&2; exit 2; }
	@$(BIN)/python -m tests.at_scale "$(DIR)" --sizes $(SIZES) --hostile $(HOSTILE)

sbom: $(VENV)/dev.stamp
	@mkdir -p build
	@$(BIN)/python -m cyclonedx_py requirements requirements/run.txt --pyproject pyproject.toml \
		--output-reproducible --of JSON -o build/sbom.json

licences: $(VENV)/dev.stamp
	@$(BIN)/pip-licenses --order=license --partial-match --fail-on="AGPL;Affero" --packages \
		$$(sed -n 's/^\([a-z0-9._-]*\)[=[].*/\1/p' requirements/run.txt)

# Existing versions are kept where they still fit; delete a .txt first to take the newest of everything.
requirements: $(VENV)/dev.stamp
	@for name in build run corpus scale notebook dev bench; do \
		echo "==> requirements/$$name.in -> requirements/$$name.txt"; \
		(cd requirements && ../$(COMPILE) $$name.in --output-file $$name.txt) || exit 1; \
	done

clean:
	@echo "==> Removing $(VENV) and caches / tar bort $(VENV) och cachar"
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build plankoll.egg-info
	@find $(ROOMS) tests -type d -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/created.stamp:
	@found=""; \
	for python in $(PYTHON); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			found="$$python"; break; \
		fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Plankoll needs Python 3.11 or later; none of these is: $(PYTHON). Install it, or name it: make run PYTHON=..." >&2; \
		echo "Plankoll behöver Python 3.11 eller senare; hittade ingen av: $(PYTHON). Installera det, eller ange var: make run PYTHON=..." >&2; \
		exit 1; \
	fi; \
	echo "==> Virtual environment / virtuell miljö: $(VENV) ($$("$$found" --version))"; \
	"$$found" -m venv --clear $(VENV) || { \
		echo "The virtual environment could not be made. On Debian and Ubuntu: install python3-venv, then run make again." >&2; \
		echo "Den virtuella miljön kunde inte skapas. På Debian och Ubuntu: installera python3-venv och kör make igen." >&2; \
		exit 1; \
	}
	@touch $@

# Whatever is published as source only is built with the pinned setuptools, not with one fetched for the occasion.
$(VENV)/run.stamp: $(VENV)/created.stamp requirements/build.txt requirements/run.txt pyproject.toml
	@echo "==> Pinned libraries / låsta bibliotek: requirements/run.txt (a minute or two / någon minut)"
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --require-hashes --no-build-isolation -r requirements/run.txt
	@echo "==> Plankoll itself / Plankoll självt"
	@$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/corpus.stamp: $(VENV)/run.stamp requirements/corpus.txt
	@echo "==> Typesetters and fonts / sättningsprogram och typsnitt: requirements/corpus.txt"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/corpus.txt
	@touch $@

$(VENV)/notebook.stamp: $(VENV)/run.stamp requirements/notebook.txt
	@echo "==> Notebook / anteckningsbok: requirements/notebook.txt"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/notebook.txt
	@touch $@

$(VENV)/bench.stamp: $(VENV)/corpus.stamp requirements/bench.txt
	@echo "==> Other table readers / andra tabelläsare: requirements/bench.txt"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/bench.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	@echo "==> Test tools / provverktyg: requirements/dev.txt"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/dev.txt
	@touch $@
