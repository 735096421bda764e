"""What README, CONTRIBUTING and docs tell a reader to do can be done."""

import re
import shlex
from dataclasses import dataclass
from typing import Any

import pytest
import typer.main

from checks.catalogue import catalogue
from flows.command_line import app
from models.schema import tables
from tests.places import ROOT

PAGES = ("README.md", "CONTRIBUTING.md")
SHOWING = (*PAGES, *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")))
"""Pages that show commands."""
COMMAND = typer.main.get_command(app)
COMMANDS = dict(COMMAND.commands)  # type: ignore[attr-defined]
FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it: the words after the program's name."""

    page: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}: {shlex.join(self.words)}"


def page_text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def shown(page: str, program: str) -> list[Shown]:
    """Commands of one program in a page's code blocks and in its inline code, comments left out."""
    text = page_text(page)
    lines = [line for block in FENCE.findall(text) for line in block.splitlines()]
    lines += INLINE.findall(FENCE.sub("", text))
    found = []
    for line in lines:
        if re.match(rf"(?:\$ )?(?:\.venv/bin/)?{program}(?:\s|$)", line):
            words = shlex.split(line.removeprefix("$ "), comments=True)[1:]
            found.append(Shown(page, tuple(words)))
    return found


PLANKOLL = [command for page in SHOWING for command in shown(page, "plankoll") if command.words]
MAKE = [command for page in SHOWING for command in shown(page, "make") if command.words]


def command_of(words):
    """The command that the words name, down through its groups; plankoll itself where they name none."""
    command: Any = COMMAND
    for word in words:
        if word not in getattr(command, "commands", {}):
            break
        command = command.commands[word]
    return command


def options_of(words) -> set[str]:
    """Long and short options of the command that the words name."""
    command = command_of(words)
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    return {option for option in known if option.startswith("-")} | {"--help"}


@pytest.mark.parametrize("command", PLANKOLL, ids=str)
def test_a_command_that_is_shown_exists_with_its_options(command):
    name = None if command.words[0].startswith("-") else command.words[0]
    options = {word.partition("=")[0] for word in command.words if word.startswith("-")}

    assert name is None or name in COMMANDS
    assert options <= options_of(command.words)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_shown_in_the_readme(name):
    assert name in {command.words[0] for command in PLANKOLL if command.page == "README.md"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_explained_by_help(name):
    silent = [each.name for each in COMMANDS[name].params if not getattr(each, "help", None)]

    assert COMMANDS[name].help
    assert silent == []


@pytest.mark.parametrize("command", MAKE, ids=str)
def test_a_make_target_that_is_shown_exists(command):
    targets = re.findall(r"^([a-z]+):(?!=)", page_text("Makefile"), re.MULTILINE)

    assert command.words[0] in targets


def test_the_readme_starts_with_make_run_and_make_test():
    first = FENCE.search(page_text("README.md"))

    assert first is not None
    assert [line.split("#")[0].split() for line in first[1].splitlines()] == [
        ["make", "run"],
        ["make", "test"],
    ]


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page_text(page))

    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_tables_that_the_readme_reads_are_published():
    from models.rows import TABLES

    named = set(re.findall(r"/(\w+)\.parquet", page_text("README.md")))

    assert named
    assert named <= {table.table_name for table in TABLES}


def test_the_readme_names_every_check():
    text = page_text("README.md")

    assert [check.id for check in catalogue() if f"`{check.id}`" not in text] == []


def test_the_readme_names_every_table():
    text = page_text("README.md")

    assert [table.table_name for table in tables() if f"`{table.table_name}`" not in text] == []
