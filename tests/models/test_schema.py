"""The frames, the data package and the dictionary are derived from the row models alone."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rows import TABLES, Activity, CellRow, Document, Failure, Row, Run
from models.schema import column_order, constraints, frame_schema, to_frame, to_rows, to_valid_rows, unwrap
from outputs.columns import ONE_ROW_IS, foreign_keys
from outputs.datapackage import table_schema
from outputs.diagram import schema_diagram
from outputs.dictionary import FILES, Language, data_dictionary
from tests.places import ROOT

DOCS = ROOT / "docs"


def values(annotation: Any, digits: int, places: int, lowest: int) -> st.SearchStrategy[Any]:
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    whole = 10 ** (digits - places) - 1
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
        int: st.integers(lowest, 2**40),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        Decimal: st.decimals(-whole, whole, places=places),
        date: st.dates(date(1900, 1, 1)),
        datetime: st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    }
    return simple[annotation]


@st.composite
def rows(draw: st.DrawFn, row_type: type[Row]) -> Row:
    content = {}
    for name, info in row_type.model_fields.items():
        annotation, nullable = unwrap(info.annotation)
        limits = constraints(info)
        digits = next((m.max_digits for m in limits if hasattr(m, "max_digits")), 18)
        places = next((m.decimal_places for m in limits if hasattr(m, "decimal_places")), 2)
        lowest = next((m.ge for m in limits if hasattr(m, "ge")), -(2**40))
        value = values(annotation, digits, places, lowest)
        content[name] = draw(st.none() | value if nullable else value)
    return row_type(**content)


def key(row: Row) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in row.primary_key)


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.table_name)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_rows_come_back_from_a_frame_as_they_went_in(row_type: type[Row], data: st.DataObject):
    given_rows = data.draw(st.lists(rows(row_type), max_size=3, unique_by=key))

    frame = to_frame(row_type, given_rows)

    assert to_rows(row_type, frame) == tuple(given_rows)
    as_they_stand = to_valid_rows(row_type, frame)
    assert as_they_stand == tuple(given_rows)
    assert [each.model_dump_json() for each in as_they_stand] == [each.model_dump_json() for each in given_rows]
    assert frame.schema == to_frame(row_type, ()).schema


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.table_name)
def test_money_and_numbers_are_never_floats(row_type: type[Row]):
    place = {"x0", "top", "x1", "bottom", "width", "height"}

    floats = {name for name, dtype in to_frame(row_type, ()).schema.items() if dtype.is_float()}

    assert floats <= place


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.table_name)
def test_the_place_stands_last(row_type: type[Row]):
    order = column_order(row_type)

    assert sorted(order) == sorted(row_type.model_fields)
    if "x0" in order:
        assert order[-5:] == ["page", "x0", "top", "x1", "bottom"]


def cell(row: int) -> CellRow:
    return CellRow(table_id="t", row=row, col=0, role="body", page=1, x0=0, top=0, x1=0, bottom=0)


def test_a_doubled_key_is_refused():
    with pytest.raises(dy.exc.ValidationError, match="primary_key"):
        to_frame(CellRow, [cell(1), cell(1)])


@pytest.mark.parametrize("hashes", [("1" * 64, "2" * 64), (None, None)])
def test_two_files_of_one_name_can_both_fail(hashes: tuple[str | None, str | None]):
    failures = [
        Failure(source_name="plan.pdf", source_sha256=h, stage="take", error="empty", message="Tom fil.")
        for h in hashes
    ]

    assert to_rows(Failure, to_frame(Failure, failures)) == tuple(failures)


def test_times_are_kept_as_utc():
    swedish = datetime(2026, 11, 22, 5, 30, tzinfo=timezone(timedelta(hours=1)))

    run = Run(
        run_id="r",
        started=swedish,
        finished=swedish,
        version="1",
        files_seen=0,
        files_new=0,
        files_failed=0,
        rows="{}",
    )

    frame = to_frame(Run, [run])

    assert frame["started"].item() == datetime(2026, 11, 22, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.table_name)
def test_the_data_package_tells_every_column(row_type: type[Row]):
    described = table_schema(row_type)

    assert [f["name"] for f in described["fields"]] == list(to_frame(row_type, ()).columns)
    nullable = {name for name, column in frame_schema(row_type).columns().items() if column.nullable}
    required = {f["name"] for f in described["fields"] if f.get("constraints", {}).get("required")}
    assert required == set(row_type.model_fields) - nullable
    assert json.loads(json.dumps(described)) == described


def test_choices_limits_and_keys_are_constraints():
    fields = {f["name"]: f for f in table_schema(Document)["fields"]}

    assert fields["issuer_kind"]["constraints"] == {"enum": ["municipality", "region", "county", "agency"]}
    assert fields["first_page"]["constraints"] == {"required": True, "minimum": 1}
    assert fields["document_date"]["type"] == "date"
    assert table_schema(CellRow)["primaryKey"] == ["table_id", "row", "col"]
    assert "primaryKey" not in table_schema(Failure)


def test_keys_into_other_tables_are_found_by_name():
    keys = {t.table_name: foreign_keys(t) for t in TABLES}

    assert keys["activities"] == {
        "document_id": ("documents", "document_id"),
        "initiative_id": ("initiatives", "initiative_id"),
        "parent_id": ("activities", "activity_id"),
    }
    assert keys["amounts"]["repeat_of"] == ("amounts", "amount_id")
    assert keys["documents"] == {
        "duplicate_of": ("documents", "document_id"),
        "run_id": ("runs", "run_id"),
    }
    assert keys["runs"] == {}


def test_every_table_is_told_in_two_languages():
    assert list(ONE_ROW_IS) == [t.table_name for t in TABLES]


@pytest.mark.parametrize("language", FILES)
def test_the_dictionary_in_docs_is_the_generated_one(language: Language):
    page = (DOCS / FILES[language]).read_text(encoding="utf-8")

    assert page == data_dictionary(language), "run: python -m outputs.dictionary > docs/dataset.md"


def test_the_diagram_shows_every_table_and_key():
    lines = [line.strip() for line in schema_diagram().splitlines()]

    assert [line.removesuffix(" {") for line in lines if line.endswith(" {")] == [t.table_name for t in TABLES]
    assert "text document_id PK" in lines
    assert "documents ||--o{ goals : document_id" in lines
    assert "amounts |o--o{ amounts : repeat_of" in lines


def test_the_dictionary_is_swedish_in_swedish():
    lines = data_dictionary("sv").splitlines()

    assert "| `value_sek` | decimaltal(18, 2) |  | Kronor. |" in lines
    assert "| `initiative_id` | text | ja | Den satsning som det hör till. Nyckel till initiatives. |" in lines


def test_a_table_whose_key_leads_to_itself_names_no_resource():
    [own] = [key for key in table_schema(Activity)["foreignKeys"] if key["fields"] == ["parent_id"]]

    assert own["reference"] == {"resource": "", "fields": ["activity_id"]}


def test_the_dictionary_tells_decimals_choices_and_keys():
    lines = data_dictionary().splitlines()

    assert "| `value_sek` | decimal(18, 2) |  | Kronor. |" in lines
    assert (
        "| `horizon` | text |  | Långsiktigt, kortsiktigt or not said."
        " One of `long_term`, `short_term`, `unspecified`. |"
    ) in lines
    assert any(line.startswith("| `source_sha256` | text | yes |") for line in lines)


def test_empty_frames_can_be_stacked_on_filled_ones():
    stacked = pl.concat([to_frame(CellRow, ()), to_frame(CellRow, [cell(1)])])

    assert stacked.height == 1
