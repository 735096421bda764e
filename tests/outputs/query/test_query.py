"""Ready queries count what is stated once; SQL of one's own reads the dataset and nothing else."""

from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from corpus.registry import load_registry
from models.rows import TABLES, Finding
from outputs.query.catalogue import ready_queries, views
from outputs.query.database import Beside, Bounds, open_database
from outputs.query.inhabitants import Inhabitants, InhabitantsFileError, read_inhabitants
from outputs.query.running import QueryError, run_query
from outputs.query.shown import query_explained
from outputs.query.statistics import STATISTICS, column_statistics
from tests.query_database import PLACE, amount, column, document, goal, published

QUERIES = {query.name: query for query in ready_queries()}


@contextmanager
def database(tmp_path: Path, documents=(), rows=(), findings=(), **beside):
    snapshot = published(tmp_path / "dataset", documents, rows, findings)
    with open_database(snapshot, Beside(load_registry(), **beside)) as connection:
        yield connection


def money(connection) -> dict[tuple, tuple]:
    """(kommunkod, year, kind) -> (value, documents, doubt)."""
    frame = run_query(connection, QUERIES["money"].sql)
    return {
        (row["kommunkod"], row["year"], row["kind"]): (row["value_sek"], row["documents"], row["doubt"])
        for row in frame.iter_rows(named=True)
    }


def test_what_several_documents_say_alike_counts_once(tmp_path):
    documents = [document("plan", "action_plan"), document("rapport", "grant_report")]
    rows = [amount("plan", 1, 500_000, "granted"), amount("rapport", 1, 500_000, "granted")]

    with database(tmp_path, documents, rows) as connection:
        assert money(connection) == {("2080", 2024, "granted"): (Decimal(500_000), 2, None)}


def test_a_repeat_a_duplicate_and_a_document_that_is_gone_are_not_counted(tmp_path):
    gone = document("borta", "action_plan", retired_since=datetime(2026, 11, 22, tzinfo=UTC))
    documents = [document("plan", "action_plan"), document("kopia", "action_plan", duplicate_of="plan"), gone]
    rows = [
        amount("borta", 1, 800_000, "granted"),
        amount("plan", 1, 500_000, "granted"),
        amount("plan", 2, 900_000, "granted", repeat_of="plan-amount-1"),
        amount("kopia", 1, 700_000, "granted"),
    ]

    with database(tmp_path, documents, rows) as connection:
        assert money(connection) == {("2080", 2024, "granted"): (Decimal(500_000), 1, None)}


def test_documents_that_differ_say_so_and_the_one_that_accounts_for_it_is_taken(tmp_path):
    documents = [document("missiv", "memo"), document("rapport", "grant_report")]
    rows = [amount("missiv", 1, 800_000, "spent"), amount("rapport", 1, 700_000, "spent")]

    with database(tmp_path, documents, rows) as connection:
        [told] = run_query(connection, QUERIES["money"].sql).iter_rows(named=True)

    assert (told["value_sek"], told["lowest_sek"], told["highest_sek"]) == (700_000, 700_000, 800_000)
    assert told["doubt"] == "documents differ"


@pytest.mark.parametrize(
    ("rows", "value", "doubt"),
    [
        ([("spent", 100, "body"), ("spent", 200, "body"), ("total", 300, "total")], 300, None),
        ([("spent", 100, "body"), ("spent", 200, "body")], 300, "added up, and stated nowhere"),
        # the first row is the whole of the others
        ([("spent", 300, "body"), ("spent", 100, "body"), ("spent", 200, "body")], 300, None),
        # a form's column holds several kinds: its rows are statements, and no list
        ([("received", 900, "body"), ("spent", 500, "body"), ("spent", 300, "body")], 500, None),
    ],
)
def test_parts_and_their_whole_are_never_added(tmp_path, rows, value, doubt):
    table, cells, amounts = column("rapport", rows)

    with database(tmp_path, [document("rapport", "grant_report")], [*table, *cells, *amounts]) as connection:
        assert money(connection)["2080", 2024, "spent"] == (Decimal(value), 1, doubt)


def test_money_of_no_known_grant_is_in_doubt_where_it_may_be_a_known_ones(tmp_path):
    documents = [document("rapport", "grant_report"), document("missiv", "memo", grant_code=None)]
    rows = [amount("rapport", 1, 100, "spent"), amount("missiv", 1, 100, "spent"), amount("missiv", 2, 7, "granted")]

    with database(tmp_path, documents, rows) as connection:
        frame = run_query(connection, QUERIES["money"].sql)

    assert dict(frame.filter(pl.col("grant_code").is_null()).select("kind", "doubt").iter_rows()) == {
        "spent": "no known grant",
        "granted": None,
    }


def test_what_was_spent_of_the_grant_is_the_sum_that_the_balance_holds_with(tmp_path):
    stated = [("received", 900), ("remaining", 200), ("spent", 700), ("spent", 850)]
    rows = [amount("rapport", n, kronor, kind) for n, (kind, kronor) in enumerate(stated)]

    with database(tmp_path, [document("rapport", "grant_report")], rows) as connection:
        assert money(connection)["2080", 2024, "spent"] == (Decimal(700), 1, None)


def test_a_list_of_what_the_money_is_for_is_of_the_documents_grant(tmp_path):
    table, cells, amounts = column("plan", [("planned", 100, "body"), ("planned", 200, "body")])
    amounts[1] = amounts[1].model_copy(update={"grant_code": "personligt-ombud"})

    with database(tmp_path, [document("plan", "action_plan")], [*table, *cells, *amounts]) as connection:
        frame = run_query(connection, QUERIES["money"].sql)

    assert frame.select("grant_code", "value_sek").rows() == [("psykisk-halsa-suicidprevention", Decimal(300))]


def test_two_issuers_that_no_code_is_known_of_are_not_one(tmp_path):
    unknown = {"kommunkod": None, "lanskod": None, "issuer_kind": "region"}
    documents = [
        document("a", "grant_report", issuer="Region Östra", **unknown),
        document("b", "grant_report", issuer=None, **unknown),
    ]
    rows = [amount("a", 1, 100, "spent"), amount("b", 1, 200, "spent")]

    with database(tmp_path, documents, rows) as connection:
        frame = run_query(connection, QUERIES["money"].sql)

    assert frame.select("level", "issuer", "value_sek").rows() == [
        ("region", "Region Östra", Decimal(100)),
        ("region", "b.pdf", Decimal(200)),
    ]


def test_what_is_received_and_not_accounted_for_is_worked_out(tmp_path):
    rows = [
        amount("rapport", n, kronor, kind)
        for n, (kind, kronor) in enumerate([("received", 900), ("spent", 700), ("remaining", 150)])
    ]

    with database(tmp_path, [document("rapport", "grant_report")], rows) as connection:
        [told] = run_query(connection, QUERIES["planned-reported"].sql).iter_rows(named=True)

    assert (told["received"], told["planned"], told["unexplained"]) == (900, None, 50)


def test_a_goal_counts_under_every_code_that_it_names_and_once_where_it_names_none(tmp_path):
    plan = document("plan", "action_plan")
    goals = [
        goal("plan", 1, focus_area_code="suicide;young", doubt="låter som en aktivitet"),
        goal("plan", 2, focus_area_code="suicide", target_group_code="children"),
        goal("plan", 3),
    ]
    with database(tmp_path, [plan], goals) as connection:
        areas = run_query(connection, QUERIES["focus-areas"].sql)
        groups = run_query(connection, QUERIES["target-groups"].sql)

    columns = ("goals", "activities", "doubtful", "documents")
    assert areas.select("focus_area_code", *columns).rows() == [
        ("suicide", 2, 0, 1, 1),
        ("young", 1, 0, 1, 1),
        (None, 1, 0, 0, 1),
    ]
    assert groups.select("target_group_code", *columns).rows() == [(None, 2, 0, 1, 1), ("children", 1, 0, 0, 1)]


def test_coverage_names_who_has_not_handed_in_and_keeps_documents_without_a_year(tmp_path):
    documents = [document("rapport", "grant_report"), document("plan", "action_plan", reporting_year=None)]

    with database(tmp_path, documents) as connection:
        told = {row["year"]: row for row in run_query(connection, QUERIES["coverage"].sql).iter_rows(named=True)}

    assert (told[2024]["municipalities"], told[2024]["handed_in"], told[2024]["reports"]) == (15, 1, 1)
    assert "Rättvik" in told[2024]["missing"]
    assert "Falun" not in told[2024]["missing"]
    assert told[None]["plans"] == 1


def test_money_per_inhabitant_takes_the_years_own_number(tmp_path):
    rows = [amount("rapport", 1, 1_000, "spent"), amount("rapport", 2, 600, "spent", year=2023)]
    people = [Inhabitants("2080", 2024, 300), Inhabitants("1280", 2023, 5)]

    with database(tmp_path, [document("rapport", "grant_report")], rows, inhabitants=people) as connection:
        frame = run_query(connection, QUERIES["money-per-inhabitant"].sql)

    assert frame.select("year", "sek_per_inhabitant", "doubt").rows() == [
        (2023, None, "inhabitants not known"),
        (2024, Decimal("3.33"), None),
    ]


def test_a_verdict_of_today_is_in_the_answer(tmp_path):
    open_one = Finding(
        finding_id="f1",
        rule="footing.column",
        family="footing",
        severity="error",
        document_id="rapport",
        subject="Summa",
        message_sv="Summan stämmer inte.",
        message_en="The total does not add up.",
    )
    documents = [document("rapport", "grant_report")]

    with database(tmp_path, documents, (), [open_one], statuses={"f1": "dismissed"}) as connection:
        assert run_query(connection, QUERIES["open-findings"].sql).is_empty()
        [told] = run_query(connection, QUERIES["findings-by-rule"].sql).iter_rows(named=True)

    assert (told["errors"], told["dismissed"]) == (0, 1)


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    folder = tmp_path_factory.mktemp("d'un [1]*?")
    rows = [amount("rapport", 1, 1_000, "spent")]
    snapshot = published(folder / "dataset", [document("rapport", "grant_report")], rows)
    with open_database(snapshot, Beside(load_registry())) as opened:
        yield opened


@pytest.mark.parametrize("name", QUERIES)
def test_a_ready_query_runs_is_told_in_two_languages_and_is_in_a_fixed_order(connection, name):
    query = QUERIES[name]

    assert run_query(connection, query.sql).width > 3
    assert all((query.title_sv, query.title_en, query.about_sv, query.about_en))
    assert "ORDER BY" in query.sql.rsplit(")", 1)[-1] or "\nORDER BY" in query.sql
    assert query_explained(query).endswith(";\n")


def test_every_table_and_view_can_be_read_by_name_in_a_folder_of_any_name(connection):
    for name in [*(table.table_name for table in TABLES), *(view.name for view in views())]:
        assert run_query(connection, f'SELECT * FROM "{name}"').width > 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM glob('*')",
        "SELECT * FROM read_text('pyproject.toml')",
        "COPY amounts TO 'a.csv'",
        "EXPLAIN ANALYZE COPY amounts TO 'a.csv'",
        "ATTACH 'b.db'",
        "INSTALL httpfs",
        "LOAD json",
        "SET memory_limit = '90GB'",
        "DROP VIEW money",
        "DELETE FROM findings",
        "SELECT 1; SELECT 2",
        "SELEKT 1",
        "",
        "SELECT * FROM range(3000000)",
    ],
)
def test_what_does_not_only_read_the_dataset_is_refused(connection, sql, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(QueryError) as refused:
        run_query(connection, sql)

    assert refused.value.message_sv != refused.value.message_en
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("bounds", "sql"),
    [
        (Bounds(seconds=0.2), "SELECT count(*) FROM range(100000000000) a, range(1000) b"),
        (Bounds(memory="40MB"), "SELECT list(range) FROM range(100000000)"),
    ],
)
def test_a_query_takes_no_more_than_it_may(tmp_path, bounds, sql):
    snapshot = published(tmp_path / "dataset", [], [])

    with open_database(snapshot, Beside(load_registry()), bounds) as connection, pytest.raises(QueryError):
        run_query(connection, sql)


def test_types_of_an_answer_stay_and_others_are_json(connection):
    frame = run_query(connection, "SELECT 1.50::DECIMAL(9,2) AS k, DATE '2024-05-01' AS d, {'a': [1, 2]} AS s, 1 AS k")

    assert frame.schema == {"k": pl.Decimal(9, 2), "d": pl.Date(), "s": pl.String(), "k_2": pl.Int32()}
    assert frame["s"].item() == '{"a": [1, 2]}'


def test_an_answer_is_chosen_by_its_columns_and_not_by_others(connection):
    assert run_query(connection, "SELECT * FROM money", {"kommun": "FALU", "year": 2024}).height == 1
    assert run_query(connection, "SELECT * FROM money", {"year": 2019}).is_empty()
    with pytest.raises(QueryError, match="weekday"):
        run_query(connection, "SELECT * FROM money", {"weekday": "tuesday"})


def test_statistics_tell_every_column(connection):
    frame = column_statistics(connection)
    told = {(row["table"], row["column"]): row for row in frame.iter_rows(named=True)}

    assert tuple(frame.columns) == STATISTICS
    assert frame.height == sum(len(table.model_fields) for table in TABLES)
    assert told["amounts", "value_sek"] == {
        "table": "amounts",
        "column": "value_sek",
        "type": "DECIMAL(18,2)",
        "rows": 1,
        "nulls": 0,
        "distinct": 1,
        "least": "1000.00",
        "greatest": "1000.00",
    }
    assert told["goals", "text"]["rows"] == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kommunkod;år;invånare\n2080;2024;60 123\n20;2024;9\n", [Inhabitants("2080", 2024, 60123)]),
        ("Region\tFolkmängd\n2080 Falun\t60123\n00 Riket\t10\n", [Inhabitants("2080", None, 60123)]),
    ],
)
def test_inhabitants_are_read_as_people_keep_them(tmp_path, text, expected):
    file = tmp_path / "folk.csv"
    file.write_text(text, encoding="utf-8-sig")

    assert list(read_inhabitants(file, load_registry().municipalities)) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kommunkod;namn\n2080;Falun\n", "invånare"),
        ("kommunkod;invånare\n2080;många\n", "rad 2"),
        ("kommunkod;invånare\n2080;1\n2080;2\n", "rad 3"),
        ("kommunkod;invånare\n9999;1\n", "ingen kommunkod"),
        ("", "kolumn saknas"),
    ],
)
def test_inhabitants_that_cannot_be_read_say_where(tmp_path, text, told):
    file = tmp_path / "folk.csv"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InhabitantsFileError) as error:
        read_inhabitants(file, load_registry().municipalities)

    assert told in error.value.message_sv


def test_the_place_of_what_is_queried_is_the_datasets(connection):
    [(page,)] = run_query(connection, "SELECT page FROM amounts_once").rows()

    assert page == PLACE["page"]
