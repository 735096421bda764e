"""Rulings: checks that are off, and how the others weigh rounding."""

from decimal import Decimal

import pytest

from checks.arithmetic import add_up, quantities, ruled
from checks.check_input import CheckInput
from checks.rules import footing_column
from checks.rulings import Rulings, RulingsError, load_rulings
from checks.running import run_checks
from models.numbers import WrittenNumber
from tests.check_builders import document, table

GRANT = {"name": "nära vård", "off": ["footing.column"], "regime": {"recalc": "exact"}}


def _rows(total: str, **columns) -> CheckInput:
    made, cells = table(
        [["Aktivitet", "Belopp (kr)"], ["Kurs", "100 000"], ["Film", "200 000"], ["Lokal", "50 000"], ["Summa", total]]
    )
    return CheckInput(documents=(document(**columns),), tables=(made,), cells=cells)


def _severities(rows: CheckInput, rulings: Rulings) -> list[str]:
    return [finding.severity for finding in run_checks(rows, [footing_column.CHECK], rulings)[0]]


def test_a_regime_makes_numbers_exact_or_rounded():
    kronor = [WrittenNumber(Decimal(n), Decimal(1), "kr") for n in (301, 100, 200)]
    thousands = [WrittenNumber(Decimal(n), Decimal(1), "tkr") for n in (301, 100, 200)]

    def grade(numbers):
        stated, *addends = quantities(numbers)
        return add_up(stated, addends).grade

    assert (grade(kronor), grade(thousands)) == ("error", "note")
    with ruled("rounded"):
        assert grade(kronor) == "note"
    with ruled("exact"):
        assert grade(thousands) == "error"
    assert (grade(kronor), grade(thousands)) == ("error", "note")


def test_a_ruling_reaches_the_check():
    off_by_one = _rows("350 001")

    assert _severities(off_by_one, Rulings()) == ["error"]
    assert _severities(off_by_one, Rulings.model_validate({"regime": {"footing": "rounded"}})) == ["note"]
    assert _severities(off_by_one, Rulings.model_validate({"off": ["footing"]})) == []


def test_what_is_ruled_for_a_grant_holds_for_its_documents_only():
    rulings = Rulings.model_validate({"grant": [GRANT]})

    assert _severities(_rows("400 000", grant_name="God och nära vård 2022"), rulings) == []
    assert _severities(_rows("400 000", title="Plan för God och nära vård"), rulings) == []
    assert _severities(_rows("400 000", grant_name="Personligt ombud"), rulings) == ["error"]


def test_a_grants_ruling_goes_before_the_general_one_and_the_longest_name_holds():
    rulings = Rulings.model_validate(
        {
            "regime": {"recalc": "rounded", "recalc.share": "exact"},
            "grant": [{"name": "ombud", "regime": {"recalc": "exact"}}],
        }
    )

    assert rulings.of(document()).regime_of("recalc.balance") == "rounded"
    assert rulings.of(document()).regime_of("recalc.share") == "exact"
    assert rulings.of(document(grant_name="Personligt ombud")).regime_of("recalc.balance") == "exact"
    assert rulings.of(document()).regime_of("footing.column") is None


def test_a_file_is_read(tmp_path):
    path = tmp_path / "checks.toml"
    path.write_text(
        'off = ["cutoff"]\n[[grant]]\nname = "ombud"\noff = ["complete.goals"]\n',
        encoding="utf-8",
    )

    rulings = load_rulings(path)

    assert rulings.is_off("cutoff.year")
    assert rulings.of(document(grant_name="Ombud")).is_off("complete.goals")
    assert not rulings.of(document()).is_off("complete.goals")


@pytest.mark.parametrize("text", ['off = ["foot"]', "x = 1", "off = 1", "[[grant]]\noff = []"])
def test_a_file_that_rules_on_nothing_there_is_says_so(tmp_path, text):
    path = tmp_path / "checks.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RulingsError) as raised:
        load_rulings(path)
    assert "checks.toml" in raised.value.message_sv
    assert "cannot be used" in raised.value.message_en
