"""What the repository itself promises: no machine's traces, pinned requirements, a licence, a changelog."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.places import ROOT

MADE_BY_TOOLS = frozenset({"__pycache__", "build", "dataset", "pages", "plankoll.egg-info"})
BINARY = frozenset({".pdf", ".png", ".jpg", ".parquet", ".xlsx", ".ttf", ".otf", ".zip"})
TRAINED = ROOT / "extractors" / "plans" / "kinds_model"
"""What spaCy writes there is partly binary, under names without a suffix."""
LARGEST = 2 * 1024 * 1024  # bytes
PUBLIC_SITES = frozenset(
    {
        "choosealicense.com",
        "creativecommons.org",
        "datapackage.org",
        "docs.astral.sh",
        "docs.prefect.io",
        "docs.pydantic.dev",
        "duckdb.org",
        "json-schema.org",
        "keepachangelog.com",
        "ns.adobe.com",  # an XML name
        "opensource.org",
        "pola.rs",
        "schemas.openxmlformats.org",  # an XML name, as are the next two
        "xmlns.com",  # an RDF name, as are the next two
        "purl.org",
        "publications.europa.eu",
        "openoffice.org",
        "schemas.microsoft.com",
        "semver.org",
        "spacy.io",
        "specifications.xbrl.org",
        "specs.frictionlessdata.io",
        "typst.app",
        "www.scb.se",
        "www.w3.org",
        "www.xbrl.org",
        # a server on the reader's own machine
        "localhost",
        "127.0.0.1",
    }
)
RESERVED = (".example", ".invalid", ".test")  # RFC 2606
ADDRESS = re.compile(r"https?://(?:[^\s/@\"'<>]*@)?([^\s/:\"'<>)\]}`]+)", re.IGNORECASE)
# Folders that exist on one machine only.
MACHINE_PATH = re.compile(r"""(?<![\w.~/-])/(?:home|root|Users|work|tmp|opt|mnt)(?:/|(?=[\s"'`]|$))|[A-Z]:\\Users""")
# The classes of one letter keep this line from matching itself.
UNNUMBERED = re.compile(r"\b(?:TO[D]O|FI[X]ME)\b(?!\s*\(?#\d+)")
PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(?:\[[a-z0-9,_-]+\])?==[^\s;]+(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def is_ours(path: Path) -> bool:
    folders = path.relative_to(ROOT).parts[:-1]
    hidden = any(folder.startswith(".") and folder != ".ci" for folder in folders)
    return path.is_file() and not hidden and not MADE_BY_TOOLS.intersection(folders)


@cache
def files() -> tuple[Path, ...]:
    """What is tracked or about to be; without git, every file that no tool has made."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
        return tuple(sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file()))
    return tuple(sorted(path for path in ROOT.rglob("*") if is_ours(path)))


@cache
def texts() -> dict[str, str]:
    """Path in the repository -> its text, over all files that are no binaries."""
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in files()
        if path.suffix.lower() not in BINARY and not (TRAINED in path.parents and path.suffix in ("", ".bin"))
    }


def lines_where(wrong: Callable[[str], object]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if wrong(line)
    ]


def names_an_unlisted_site(line: str) -> bool:
    hosts = {host.lower() for host in ADDRESS.findall(line)}
    return any(host not in PUBLIC_SITES and not host.endswith(RESERVED) for host in hosts)


def test_only_listed_public_sites_are_named():
    assert lines_where(names_an_unlisted_site) == []


def test_no_path_of_one_machine_is_named():
    assert lines_where(MACHINE_PATH.search) == []


def test_what_is_left_to_do_has_an_issue_number():
    assert lines_where(UNNUMBERED.search) == []


def test_no_file_is_large():
    large = {str(path.relative_to(ROOT)): path.stat().st_size for path in files() if path.stat().st_size > LARGEST}

    assert large == {}


@pytest.mark.parametrize("name", ["build.txt", "run.txt", "dev.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_host(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    wrong = [
        line
        for line in text.splitlines()
        if line and not line.lstrip().startswith("#") and not PINNED.match(line) and not HASH.match(line)
    ]

    assert "==" in text
    assert wrong == []
    assert "://" not in text


@pytest.mark.parametrize("name", ["build", "run", "dev"])
def test_every_requirement_asked_for_is_pinned(name):
    asked = {
        re.split(r"[<>=!~\[ ;]", line)[0].lower()
        for line in (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-"))
    }
    pinned = set(
        re.findall(
            r"^([a-z0-9._-]+)(?:\[.*\])?==",
            (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )

    assert asked
    assert asked <= pinned


def test_the_test_tools_do_not_change_what_runs():
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9._-]+(?:\[.*\])?==\S+", text, re.MULTILINE))

    assert pins("build.txt") | pins("run.txt") <= pins("dev.txt")


def test_the_licence_is_mit():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


def test_the_changelog_has_the_version_or_what_is_unreleased():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    heads = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert heads[0] in {"Unreleased", version}


def test_what_ci_runs_is_what_a_developer_runs():
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111, ".ci/run is not executable"
    assert re.search(r"^exec make test\b", script.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("see https://keepachangelog.com/en/1.1.0/", False),
        ("PREFECT_API_URL=http://localhost:4200/api", False),
        ("https://formular.example/utskrift", False),
        ("https://anna:hemligt@kommun.example/a", False),
        ("index = https://" + "packages.host/simple", True),
    ],
)
def test_an_unlisted_site_is_seen(line, expected):
    assert names_an_unlisted_site(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("open('" + "/tm" + "p/x.pdf')", True),
        ("cd " + "/wo" + "rk", True),
        ("cd " + "/wo" + "rk/main", True),
        ("C:" + "\\Users\\a", True),
        ("outputs/tmp/x", False),
        ("rot/root/x", False),
        ("och/eller", False),
    ],
)
def test_a_machine_path_is_seen(line, expected):
    assert bool(MACHINE_PATH.search(line)) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("# TO" + "DO: later", True), ("# TO" + "DO(#12): later", False), ("# FIX" + "ME #3", False)],
)
def test_a_note_to_do_without_an_issue_is_seen(line, expected):
    assert bool(UNNUMBERED.search(line)) is expected


@pytest.mark.parametrize("name", ["dataset", "pages", "report"])
def test_what_is_written_by_default_lies_in_no_folder_of_code(name):
    """outputs/ is a room of the code and where results land unless another folder is named."""
    assert list((ROOT / "outputs" / name).glob("*.py")) == []
    assert f"/outputs/{name}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
