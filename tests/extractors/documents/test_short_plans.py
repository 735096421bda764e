"""Plans of one page: each head but once, as questions that the writers ask themselves."""

from extractors.documents.document_class import class_of
from extractors.forms.spans import forms_in
from models.blocks import Block
from tests.plan_builders import heading, item, prose
from tests.table_builders import table

ACTS = table(
    [["Vad", "Vem", "Pengar"], ["Öppna väntjänst i Sysslebäck", "Kyrkan", "40 000"], ["Läxcafé", "Skolan", "25 000"]]
)
TITLE = "Torsby – det här gäller för oss 2027"


def page(*below: Block) -> list[Block]:
    return [
        heading(TITLE, level=1),
        heading("Hur ser det ut hos oss?", level=2),
        prose("Vi är få och har långt till varandra."),
        heading("Vart vill vi hän?", level=2),
        item("Att ingen ska behöva åka mil för att få prata med någon."),
        item("Att byskolorna håller liv i sina fritidsgårdar."),
        heading("Vad tar vi oss för?", level=2),
        *below,
        heading("Hur vet vi att det hjälpte?", level=2),
        prose("I november frågar vi deltagarna."),
    ]


def test_goals_under_one_head_and_acts_in_a_table_under_another_are_a_plan() -> None:
    assert class_of(page(ACTS), TITLE)[0] == "action_plan"


def test_goals_beside_prose_are_no_plan() -> None:
    assert class_of(page(prose("Det får vi se.")), TITLE)[0] == "other"


def test_what_the_writers_ask_themselves_makes_no_form() -> None:
    assert forms_in(page(ACTS)) == []


def test_heads_of_goals_and_acts_that_come_back_are_a_plan_among_questions_too() -> None:
    areas = [
        block
        for goal in ("Barn ska ha en vuxen att lita på.", "Fler unga ska trivas.", "Ingen ska vara ensam.")
        for block in (heading("Mål", level=3), item(goal), heading("Aktiviteter", level=3), item("Öppna en verkstad"))
    ]
    asked = [heading(text) for text in ("Vad handlar det om?", "Vad kostar det?", "Vem svarar på frågor?")]
    asking = [block for head in asked for block in (head, prose("Det mesta ryms i budgeten för nästa år."))]

    assert forms_in([*asking, *areas]) != []
    assert class_of([*asking, *areas], "Tillsammans i Säter")[0] == "action_plan"
    assert class_of(asking, "Tillsammans i Säter")[0] == "other"


def test_what_others_are_asked_makes_one() -> None:
    asked = [heading(text) for text in ("Hur har bidraget använts?", "Vad har det lett till?", "Vem har fått stöd?")]

    assert forms_in(asked) != []
