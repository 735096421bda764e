"""Texts that are printed twice over, and risks that are rated in other words than the scale's."""

import pytest

from checks.check_input import CheckInput
from checks.rules import form_repeated, form_scale
from models.rows import Risk
from tests.check_builders import BOX, document, found, passages

END = (
    "Undersökningen visar att unga i glesbygd väntar längre än andra på en första tid. "
    "Den visar också att många inte vet vart de ska vända sig, och att skolan ofta är den som hjälper dem."
)


def running(*texts: str) -> CheckInput:
    told = passages(*(("footnote", text) if text.startswith("*") else ("paragraph", text) for text in texts))
    return CheckInput(documents=(document(),), passages=told)


@pytest.mark.parametrize("between", [(), ("* En fotnot.",)])
def test_the_end_of_a_paragraph_that_is_printed_again_is_a_warning(between):
    [finding] = found(form_repeated.CHECK, running(f"Läget är känt. {END}", *between, f"{END} Därför behövs mer."))

    assert finding.severity == "warning"
    assert f"({len(END)} tecken)" in finding.message_sv
    assert (finding.actual, finding.expected) == (2, 1)


@pytest.mark.parametrize(
    "texts",
    [
        (END, "Vägen framåt.", END),
        ("Läget är känt. Mer behövs.", "Läget är känt. Mer behövs."),
        (END, END.replace("glesbygd", "staden")),
        (f"Läget är känt. {END}", END[60:] + " Mer behövs än så, och det i hela länet under lång tid framöver."),
    ],
    ids=["further away", "short", "other words", "from the middle on"],
)
def test_other_repetitions_are_silent(texts):
    expected = 1 if texts[1].startswith(END[60:100]) else 0

    assert len(found(form_repeated.CHECK, running(*texts))) == expected


def rated(*words: str, scale: tuple[str, ...] = ("Osannolik", "Liten", "Möjlig", "Sannolik")) -> CheckInput:
    steps = [("list_item", f"{n}. {word} - det kan hända") for n, word in enumerate(scale, 1)]
    risks = tuple(
        Risk.model_validate(
            {"risk_id": f"d1-r{n}", "document_id": "d1", "ordinal": n, "text": "Fel kan ske", "probability_text": word}
            | {"table_id": "d1-t1", "row": n, "page": 2}
            | BOX
        )
        for n, word in enumerate(words, 1)
    )
    told = passages(("paragraph", "Sannolikhet graderas 1-4:"), *steps)
    return CheckInput(documents=(document(doc_type="internal_control_plan"),), passages=told, risks=risks)


def test_a_rating_in_another_word_than_the_scales_is_one_finding_for_each_word():
    findings = found(form_scale.CHECK, rated("3. Stor", "4. Mycket stor", "3. Stor", "2. Liten"))

    assert [f.severity for f in findings] == ["warning", "warning"]
    assert "3 kallas ”Stor” i bedömningen av sannolikhet (2 risker), men ”Möjlig” i skalan" in findings[0].message_sv


@pytest.mark.parametrize("words", [("3. Möjlig", "4. sannolik"), ("3", "Möjlig"), ("5. Säker",)])
def test_the_scales_own_words_numbers_alone_and_steps_beyond_it_are_silent(words):
    assert found(form_scale.CHECK, rated(*words)) == []


def test_without_a_scale_there_is_nothing_to_hold_against():
    assert found(form_scale.CHECK, rated("3. Stor", scale=("Osannolik", "Liten"))) == []
