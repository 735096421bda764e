"""A process that reads a file loads nothing that only the run's own process needs: each would load it anew."""

import subprocess
import sys

from tests.places import ROOT

SAMPLE = ROOT / "corpus" / "samples" / "pdf" / "tjansteskrivelse.pdf"
HEAVY = ("polars", "dataframely", "sqlalchemy", "prefect", "duckdb")
READ = """
import sys
from pathlib import Path
import flows.files.apart, flows.files.warm
from flows.settings import Settings
from flows.files.stages import process_here
outcome = process_here(Path(sys.argv[1]), Settings(), "run")
assert outcome.rows is not None
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_reading_a_file_loads_no_library_of_tables():
    told = subprocess.run([sys.executable, "-c", READ, str(SAMPLE)], capture_output=True, text=True, check=True)

    assert not set(HEAVY) & set(told.stdout.split())


def test_a_run_loads_no_reader_of_texts_nor_toolkit_of_databases_itself():
    asked = "import flows.command_line, flows.runs.job, sys; print(*sorted({n.partition('.')[0] for n in sys.modules}))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert not {"pdfplumber", "pdfminer", "spacy", "thinc", "sqlalchemy"} & set(told.stdout.split())
