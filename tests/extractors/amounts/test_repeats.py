"""One fact stated several times: which sums repeat an earlier one."""

from decimal import Decimal
from typing import Any

import pytest

from extractors.amounts.repeats import with_repeats
from models.rows import Amount, AmountKind, Document, FileRows


def document(ordinal: int, **columns: Any) -> Document:
    return Document(
        document_id=f"d-{ordinal}",
        source_name="packet.pdf",
        source_sha256="0",
        first_page=ordinal,
        last_page=ordinal,
        **({"doc_type": "memo", "grant_code": "personligt-ombud", "kommunkod": "0127"} | columns),
    )


def amount(ordinal: int, value: int, kind: AmountKind = "granted", within: int = 0, **columns: Any) -> Amount:
    return Amount(
        amount_id=f"m{ordinal}",
        value_sek=Decimal(value),
        value_low=Decimal(value - within),
        value_high=Decimal(value + within),
        text=str(value),
        approximate=False,
        kind=kind,
        **({"document_id": "d-1", "year": 2025, "grant_code": "personligt-ombud"} | columns),
        page=1,
        x0=0,
        top=0,
        x1=1,
        bottom=1,
    )


def repeats(documents: list[Document], *amounts: Amount) -> list[str | None]:
    rows = with_repeats(FileRows(documents=tuple(documents), amounts=tuple(amounts)))
    return [row.repeat_of for row in rows.amounts]


def test_a_grants_sum_is_one_fact_in_memo_form_and_decision():
    documents = [document(1), document(2, doc_type="grant_report"), document(3)]
    told = [amount(n, 955_473, document_id=f"d-{n}", subject=f"Ord {n}") for n in (1, 2, 3)]

    assert repeats(documents, *told) == [None, "m1", "m1"]


def test_a_rounded_sum_repeats_the_exact_one_and_a_vague_one_does_not():
    exact, rounded, vague = amount(1, 1_906_300), amount(2, 1_906_000, within=500), amount(3, 2_000_000, within=500_000)

    assert repeats([document(1)], exact, rounded, vague) == [None, "m1", None]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "received"},
        {"year": 2024},
        {"grant_code": "kvalificerade-kontaktpersoner"},
        {"kommunkod": "0180"},
    ],
)
def test_another_kind_year_grant_or_municipality_is_another_fact(other):
    assert repeats([document(1)], amount(1, 50_000), amount(2, 50_000, **other)) == [None, None]


def test_documents_of_two_municipalities_state_two_facts():
    assert repeats(
        [document(1), document(2, kommunkod="0180")], amount(1, 50_000), amount(2, 50_000, document_id="d-2")
    ) == [None, None]


def test_what_is_left_to_plan_for_is_not_what_is_left_unspent():
    documents = [document(1, doc_type="action_plan"), document(2, doc_type="grant_report")]

    assert repeats(documents, amount(1, 50_000, "remaining"), amount(2, 50_000, "remaining", document_id="d-2")) == [
        None,
        None,
    ]


def test_documents_without_a_grant_are_not_about_the_same():
    documents = [document(1, grant_code=None), document(2, grant_code=None)]
    told = [amount(n, 50_000, grant_code=None, document_id=f"d-{n}") for n in (1, 2)]

    assert repeats(documents, *told) == [None, None]


def test_rows_of_one_table_that_cost_the_same_are_two_sums():
    told = [amount(n, 50_000, "planned", table_id="t1", row=n, col=2, subject="Samtalsgrupper") for n in (1, 2)]

    assert repeats([document(1)], *told) == [None, None]


def test_a_row_of_another_table_repeats_by_its_words():
    told = [
        amount(1, 50_000, "planned", table_id="t1", row=1, col=2, subject="Samtalsgrupper för unga"),
        amount(2, 50_000, "planned", table_id="t2", row=4, col=1, subject="Barnenheten Samtalsgrupper för unga"),
        amount(3, 50_000, "planned", table_id="t2", row=5, col=1, subject="Föreläsningar"),
    ]

    assert repeats([document(1)], *told) == [None, "m1", None]


def test_a_part_of_a_grant_in_a_table_is_not_the_grant():
    whole = amount(1, 50_000, subject="Kommunen har beviljats 50 000 kr.")
    part = amount(2, 50_000, table_id="t1", row=1, col=1, subject="Samtalsgrupper")
    role = amount(3, 50_000, table_id="t1", row=9, col=1, subject="Beviljade medel")

    assert repeats([document(1)], whole, part, role) == [None, None, "m1"]


def test_a_sum_that_its_rows_label_says_is_told_once():
    label = amount(1, 636_982, "received", table_id="t1", row=1, col=0, subject="Erhållet bidrag")
    answer = amount(2, 636_982, "received", table_id="t1", row=1, col=1, subject="Erhållet bidrag")

    assert repeats([document(1)], label, answer) == [None, "m1"]


def test_a_document_that_is_bound_in_twice_repeats_all_its_sums_in_their_order():
    documents = [document(1, duplicate_of="d-2"), document(2)]
    told = [amount(n, 50_000, "other", document_id=f"d-{1 + n // 3}", subject=f"Del {n % 2}") for n in (1, 2, 3, 4)]

    assert repeats(documents, *told) == [None, None, "m1", "m2"]
