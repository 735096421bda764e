"""Where files came from, as the list in their inbox says."""

from datetime import date
from pathlib import Path

import pytest

from extractors.taking.fingerprint import Limits
from flows.inboxes.files_now import files_now
from flows.inboxes.inbox import gather
from flows.inboxes.known_files import Known, Plan, plan_run
from flows.inboxes.object_inbox import ObjectInbox
from flows.inboxes.source_lists import SOURCES, Origins, origins_of, read_list
from flows.settings import Settings
from models.rows import Document, SourceFile
from models.schema import to_frame
from tests.flows.inboxes.test_known_files import FIRST, NIGHT, SECOND, taken

SETTINGS = Settings(ocr="off")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    for name in ("plan.pdf", "falun/rapport.pdf", "orsa/rapport.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def plan_of(inbox: Path, known: Known | None = None) -> Plan:
    return plan_run(gather([inbox], Limits()), known or Known(), SETTINGS)


def told(plan: Plan, run_id: str = FIRST, fetched: tuple[ObjectInbox, ...] = ()) -> Origins:
    rows = files_now(plan, [taken(file) for file in plan.to_read], run_id, NIGHT)
    return origins_of(rows, plan, fetched, run_id)


def known_from(origins: Origins) -> Known:
    documents = [
        Document(document_id=row.file_id, source_name=row.source_name, source_sha256=row.held_sha256, first_page=1,
                 last_page=1, doc_type="memo")
        for row in origins.rows if row.held_sha256
    ]  # fmt: skip
    return Known.from_frames({"files": to_frame(SourceFile, origins.rows), "documents": to_frame(Document, documents)})


def said(origins: Origins) -> dict[str, tuple[str | None, date | None, str | None, str | None]]:
    return {row.path: (row.source_url, row.fetched, row.licence, row.source_note) for row in origins.rows}


NOTHING = (None, None, None, None)
PLAN = ("https://kommun.example/plan", date(2024, 5, 31), "CC0-1.0", "beställd, i delar")


@pytest.mark.parametrize(
    "text",
    [
        'file;url;fetched;licence;note\nplan.pdf;https://kommun.example/plan;2024-05-31;CC0-1.0;"beställd, i delar"\n',
        (
            "\ufefffil\turl\thämtad\tlicens\tanteckning\tx\r\n./plan.pdf\thttps://kommun.example/plan\t"
            "2024-05-31T04:00:00\tCC0-1.0\tbeställd, i delar\ty\r\n"
        ),
        'Note,Licence,Fetched,URL,File\n"beställd, i delar",CC0-1.0,2024-05-31,https://kommun.example/plan,plan.pdf',
    ],
)
def test_a_list_says_where_a_file_came_from(inbox, text):
    (inbox / SOURCES).write_text(text, encoding="utf-8")

    origins = told(plan_of(inbox))

    assert said(origins) == {"plan.pdf": PLAN, "falun/rapport.pdf": NOTHING, "orsa/rapport.pdf": NOTHING}
    assert origins.failures == ()


def test_a_path_names_one_file_and_a_name_only_where_one_file_has_it(inbox):
    (inbox / SOURCES).write_text("fil;licens\nfalun\\rapport.pdf;A\nrapport.pdf;B\n", encoding="utf-8")
    by_path = told(plan_of(inbox))
    (inbox / "orsa" / "rapport.pdf").unlink()
    (inbox / SOURCES).write_text("fil;licens\nrapport.pdf;B\n", encoding="utf-8")
    by_name = told(plan_of(inbox))

    assert {path: each[2] for path, each in said(by_path).items()} == {
        "plan.pdf": None,
        "falun/rapport.pdf": "A",
        "orsa/rapport.pdf": None,
    }
    assert "no file is called rapport.pdf" in by_path.failures[0].message
    assert said(by_name)["falun/rapport.pdf"][2] == "B"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("fil;hämtad\nplan.pdf;31/5 2024\n", "line 2: a date reads 2024-05-31"),
        ("fil;licens\nplan.pdf;A\nplan.pdf;B\n", "line 3 says something else of a file than a line before it"),
        ("fil;licens\n;A\n", "line 2 names no file"),
        ("fil;licens\nplam.pdf;A\n", "no file is called plam.pdf"),
        ("namn;licens\nplan.pdf;A\n", "must name the column file"),
        ("fil;licens;licence\nplan.pdf;A;B\n", "each column once"),
        ("", "must name the column file"),
    ],
)
def test_what_is_not_understood_of_a_list_is_said_and_stops_nothing(inbox, text, trouble):
    (inbox / SOURCES).write_text(text, encoding="utf-8")

    origins = told(plan_of(inbox))

    (failure,) = origins.failures
    assert (failure.source_name, failure.stage, failure.error) == (SOURCES, "take", "source_list")
    assert failure.message.count(" / ") == 1
    assert trouble in failure.message
    assert len(origins.rows) == 3


def test_a_list_that_is_no_text_is_said(inbox):
    (inbox / SOURCES).write_bytes("fil;hämtad\n".encode("cp1252"))

    assert "save it as UTF-8" in told(plan_of(inbox)).failures[0].message
    assert read_list(inbox / "ingen.csv").troubles == ()


def test_many_troubles_of_a_list_are_counted(inbox):
    (inbox / SOURCES).write_text("fil\n" + "".join(f"{n}.pdf\n" for n in range(9)), encoding="utf-8")

    assert "and 4 more" in told(plan_of(inbox)).failures[0].message


def test_what_a_list_has_said_stays_until_it_says_something_else(inbox):
    (inbox / SOURCES).write_text("fil;licens;url\nplan.pdf;A;https://kommun.example/1\n", encoding="utf-8")
    first = told(plan_of(inbox))
    (inbox / SOURCES).write_text("fil;licens;url\nplan.pdf;B;\n", encoding="utf-8")
    second = told(plan_of(inbox, known_from(first)), SECOND)
    (inbox / SOURCES).unlink()
    (inbox / "done" / FIRST).mkdir(parents=True)
    (inbox / "plan.pdf").rename(inbox / "done" / FIRST / "plan.pdf")
    plan = plan_of(inbox, known_from(second))
    third = told(plan, SECOND)

    assert said(second)["plan.pdf"] == ("https://kommun.example/1", None, "B", None)
    assert said(third)[f"done/{FIRST}/plan.pdf"] == said(second)["plan.pdf"]
    assert not plan.to_read


def test_a_file_that_was_put_away_or_is_gone_may_still_be_listed(inbox):
    first = told(plan_of(inbox))
    (inbox / SOURCES).write_text("fil;licens\nplan.pdf;A\nfalun/rapport.pdf;B\n", encoding="utf-8")
    (inbox / "done" / FIRST).mkdir(parents=True)
    (inbox / "plan.pdf").rename(inbox / "done" / FIRST / "plan.pdf")
    (inbox / "falun" / "rapport.pdf").unlink()

    second = told(plan_of(inbox, known_from(first)), SECOND)

    assert said(second)[f"done/{FIRST}/plan.pdf"][2] == "A"
    assert second.failures == ()


def test_a_file_from_elsewhere_says_its_url_unless_its_list_says_another(inbox):
    (inbox / SOURCES).write_text("fil;url\nplan.pdf;https://kommun.example/plan\n", encoding="utf-8")

    origins = told(plan_of(inbox), fetched=(ObjectInbox("s3://bucket/in/", inbox, {}),))

    assert {path: each[0] for path, each in said(origins).items()} == {
        "plan.pdf": "https://kommun.example/plan",
        "falun/rapport.pdf": "s3://bucket/in/falun/rapport.pdf",
        "orsa/rapport.pdf": "s3://bucket/in/orsa/rapport.pdf",
    }


def test_a_note_tells_no_ones_number(inbox):
    (inbox / SOURCES).write_text("fil;anteckning\nplan.pdf;från 19121212-1212\n", encoding="utf-8")

    assert "1212-1212" not in str(said(told(plan_of(inbox)))["plan.pdf"][3])
