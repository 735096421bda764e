"""What README and docs show can be done: every block of code is run on the samples, or is said why it is not."""

import csv
import io
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from flows.command_line import app
from outputs.query.docs import queries_page
from tests.places import ROOT

PAGES = ("README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWERS = {"plankoll review": "q\n", "plankoll query -": "SELECT 1\n"}
"""What is typed where a command asks."""
NOT_RUN = {
    "plankoll train": "minutes; test_kinds_model",
    "plankoll serve": "goes on until it is stopped; test_served_browser starts it",
    "make": "sets up an environment; CI runs make test",
    "sudo": "changes the machine",
    "source": "a shell's own",
    ".venv/bin/python": "a benchmark of minutes",
    "PLANKOLL_": "settings, not a command",
    "[": "an example of what stands in a crontab or a unit file",
}
"""Beginning of a line -> why it is only looked at."""
SHORTENED = {
    "plankoll run": ("--plain", "--out", "resultat"),
    "plankoll corpus make": ("--documents", "1"),
}
"""Beginning of a line -> options given after its own, which they override: without Prefect, beside the dataset that the
other commands ask, one document for three hundred."""
LOOKED_AT = {
    "mermaid": "a drawing, made by outputs.diagram and held to it by test_schema",
    "m": "Power Query, which is Excel's",
    "csv": "a user's own file",
    "json": "data",
    "ini": "a unit file",
    "text": "what a command prints",
}
"""Language of a block -> why it is not run."""
STATUSES = {"plankoll diff": {0, 1, 4}}
"""Exit statuses that are as they should be: 1 where there is no run before to hold against."""


@dataclass(frozen=True)
class Block:
    page: str
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}: {self.text.strip().splitlines()[0][:60]}"


def blocks() -> Iterator[Block]:
    for page in PAGES:
        for language, text in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
            yield Block(page, language, text)


def lines_of(block: Block) -> Iterator[str]:
    """A block's commands: lines that the shell would run, joined where they go on."""
    for line in block.text.replace("\\\n", " ").splitlines():
        if shlex.split(line, comments=True):
            yield line


def is_shell(block: Block) -> bool:
    """Blocks without a language show commands, or what they print, or a drawing of rooms."""
    known = ("plankoll ", *(start for start in NOT_RUN if start != "["))
    return block.language in ("sh", "bash", "console") or (
        not block.language and all(line.startswith(known) for line in block.text.splitlines() if line.strip())
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder as a reader of the README has it: the samples, files by the names that examples use, a dataset."""
    here: Path = tmp_path_factory.mktemp("shown")
    samples = here / "corpus" / "samples"
    shutil.copytree(ROOT / "corpus" / "samples" / "pdf", samples / "pdf")
    for name, copy in (("truth", samples / "truth"), ("pdf", here / "inbox")):
        copy.mkdir()
        shutil.copy(next((ROOT / "corpus" / "samples" / name).glob("remissvar.*")), copy)
    shutil.copy(samples / "pdf" / "lansplan.pdf", here / "rapport.pdf")
    shutil.copy(samples / "pdf" / "remissvar.pdf", here / "plan.pdf")
    (here / "folkmangd.csv").write_text("kommunkod;år;invånare\n2029;2023;16000\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["run", str(samples / "pdf"), "--plain", "--out", str(here / "outputs")])
    assert result.exit_code == 0, result.output
    return here


SHELL = [block for block in blocks() if is_shell(block)]
OTHERS = [block for block in blocks() if not is_shell(block) and block.language]


@pytest.mark.slow
@pytest.mark.parametrize("page", sorted({block.page for block in SHELL}))
def test_commands_that_are_shown_run(page, folder, monkeypatch):
    monkeypatch.chdir(folder)
    commands = [line for block in SHELL if block.page == page for line in lines_of(block)]

    failed = [told for line in commands if not line.startswith(tuple(NOT_RUN)) for told in run_line(line)]

    assert failed == []


def run_line(line: str) -> list[str]:
    """Run one command line of plankoll; gives what went wrong."""
    words = shlex.split(line, comments=True)
    target = words.pop() if ">" in words else None
    if target is not None:
        words.remove(">")
    if words[0] != "plankoll":
        return [f"{line}: neither run nor in NOT_RUN"]
    name = " ".join(words[:2])
    more = next((options for start, options in SHORTENED.items() if line.startswith(start)), ())
    result = CliRunner().invoke(app, [*words[1:], *more], input=ANSWERS.get(name))
    if target is not None:
        Path(target).write_text(result.stdout, encoding="utf-8")
    return [] if result.exit_code in STATUSES.get(name, {0}) else [f"{line}: {result.exit_code} {result.stderr}"]


def run_python(block: Block) -> None:
    exec(compile(block.text, block.page, "exec"), {"__name__": "__shown__"})


def run_sql(block: Block) -> None:
    with duckdb.connect() as connection:
        assert connection.execute(block.text).fetchall()


def run_r(block: Block) -> None:
    program = shutil.which("Rscript")
    wanted = ", ".join(re.findall(r"library\((\w+)\)", block.text))
    check = f"quit(status = !all(sapply(strsplit('{wanted}', ', ')[[1]], requireNamespace, quietly = TRUE)))"
    if program is None or subprocess.run([program, "-e", check], check=False).returncode:
        pytest.skip(f"R with {wanted} is not installed")
    subprocess.run([program, "-e", block.text], check=True)


def read_toml(block: Block) -> None:
    assert tomllib.loads(block.text)


RUNNERS: dict[str, Callable[[Block], None]] = {"python": run_python, "sql": run_sql, "r": run_r, "toml": read_toml}


@pytest.mark.slow
@pytest.mark.parametrize(
    "block",
    [block for block in OTHERS if block.language not in LOOKED_AT and block.page != "docs/queries.md"],
    ids=str,
)
def test_code_that_is_shown_runs(block, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)

    RUNNERS[block.language](block)


def test_every_block_is_run_or_is_said_why_not():
    languages = {block.language for block in OTHERS}

    assert languages <= set(RUNNERS) | set(LOOKED_AT)


def test_the_page_of_queries_is_the_generated_one():
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")

    assert page == queries_page(), "run: python -m outputs.query.docs"


@pytest.mark.parametrize("page", PAGES)
def test_links_from_a_page_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))

    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_example_of_inhabitants_can_be_read():
    [block] = [block for block in OTHERS if block.language == "csv"]

    assert [len(row) for row in csv.reader(io.StringIO(block.text), delimiter=";")] == [3, 3]
