"""What the sums of tables and forms are, and for which year."""

from decimal import Decimal

import pytest

from extractors.amounts.captions import captions_of, years_of
from extractors.amounts.forms import read_form_amounts
from extractors.amounts.kinds import costs_in, give_kinds, kind_of, role_named, role_of_row, role_said
from extractors.drafts import AmountDraft, FieldDraft
from extractors.forms.fields import field_of
from models.blocks import Block, Cell, Heading, Note, Paragraph, Table
from models.numbers import WrittenNumber
from models.place import Place
from models.rows import AmountKind


def at(top: float, height: float = 12) -> tuple[Place, ...]:
    return (Place(page=1, x0=70, top=top, x1=520, bottom=top + height),)


def table(
    rows: list[list[str]], *, top: float = 100, title: str = "", header: bool = True, total: bool = False
) -> Table:
    def role(row: int) -> str:
        return "header" if header and row == 0 else "total" if total and row == len(rows) - 1 else "body"

    cells = tuple(
        Cell(row=r, col=c, text=text, role=role(r), place=at(top + 14 * r)[0])
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    return Table(text=title, places=at(top), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def draft(row: int, col: int) -> AmountDraft:
    number = WrittenNumber(Decimal(1), Decimal(1), "kr", None, None)
    return AmountDraft(number, "1", at(0), "other", table=1, row=row, col=col)


def kinds(given: Table, cells: list[tuple[int, int]], costs_are: AmountKind, caption: str = "") -> list[str]:
    amounts = [draft(row, col) for row, col in cells]
    give_kinds(amounts, [given], [caption], [costs_are], [None])
    return [amount.kind for amount in amounts]


@pytest.mark.parametrize("costs_are", ["planned", "spent"])
@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Budget", "planned"),
        ("Utfall", "spent"),
        ("Bokslut", "spent"),
        ("Avvikelse", "remaining"),
        ("Beviljat", "granted"),
    ],
)
def test_a_columns_head_says_the_kind_whatever_costs_are(head, kind, costs_are):
    given = table([["Insats", head], ["Ungdomsmottagningen som fick nya rum", "1"]])

    assert kinds(given, [(1, 1)], costs_are) == [kind]


@pytest.mark.parametrize("head", ["Kostnad", "Belopp", "Kronor"])
@pytest.mark.parametrize("costs_are", ["planned", "spent"])
def test_a_head_that_says_only_that_it_costs(head, costs_are):
    assert kinds(table([["Insats", head], ["Öppet hus", "1"]]), [(1, 1)], costs_are) == [costs_are]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kostnaderna för insatserna uppgår till 1 tkr", "spent"),
        ("Kvar vid årets slut fanns 1 krona", "remaining"),
        ("1 kr till unga", "granted"),
    ],
)
def test_a_cell_that_is_a_sentence_says_itself_what_its_sum_is(text, kind):
    given = table([["Insats", "Beviljade medel"], ["Öppet hus", text]])

    assert kinds(given, [(1, 1)], "spent") == [kind]


def test_a_caption_speaks_where_the_head_does_not():
    assert kinds(table([["Kommun", "Kronor"], ["By", "1"]]), [(1, 1)], "planned", "Beviljade medel 2025") == ["granted"]


def test_rows_that_close_a_table():
    rows = [
        ["Insats", "Belopp"],
        ["Öppet hus", "1"],
        ["Totalt planerat", "1"],
        ["Tilldelade medel", "1"],
        ["Återstår", "0"],
    ]

    assert kinds(table(rows), [(1, 1), (2, 1), (3, 1), (4, 1)], "planned") == [
        "planned",
        "planned",
        "granted",
        "remaining",
    ]


def test_a_total_is_one_of_what_is_left_where_its_column_is():
    given = table([["Insats", "Utfall", "Differens"], ["Öppet hus", "1", "1"], ["Summa", "1", "1"]], total=True)

    assert kinds(given, [(2, 1), (2, 2)], "spent") == ["total", "remaining"]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Totalt beviljat", "granted"),
        ("Summa", "total"),
        ("Kvarstående medel", "remaining"),
        ("varav personal", "share"),
        ("Ungdomsmottagningen", None),
        ("Utbildning där personalen fick lära sig om planering och budget", None),
    ],
)
def test_a_row_says_its_role_at_its_beginning(label, role):
    assert role_of_row(label) == role


@pytest.mark.parametrize(
    ("doc_type", "title", "kind"),
    [
        ("grant_report", "Något", "spent"),
        ("memo", "Återrapportering av bidrag", "spent"),
        ("memo", "Fördelning av medel", "planned"),
        ("action_plan", "Redovisning", "planned"),
        ("memo", None, "planned"),
    ],
)
def test_what_a_cost_is_in_a_document(doc_type, title, kind):
    assert costs_in(doc_type, title) == kind


def field(label: str, value: str, top: float = 100) -> FieldDraft:
    digits = "".join(c for c in value if c.isdigit())
    return FieldDraft(label=label, value=value, places=at(top), value_number=Decimal(digits) if digits else None)


def form(*fields: FieldDraft, amounts: tuple[AmountDraft, ...] = ()) -> list[tuple[Decimal, str, int | None]]:
    found = read_form_amounts(fields, amounts, costs_are="spent", year=2025)
    return [(amount.number.kronor, amount.kind, amount.year) for amount in found]


@pytest.mark.parametrize(
    ("label", "value", "kind", "year"),
    [
        ("Sökt belopp", "310000", "requisitioned", 2025),
        ("Kostnader under perioden", "310 000", "spent", 2025),
        ("Ej förbrukat belopp (hela kronor)", "310 000", "remaining", 2025),
        ("Beviljat bidrag föregående år", "310000", "granted", 2024),
        ("Bidrag per heltidstjänst", "310000", "unit_rate", 2025),
        ("Egna medel utöver bidraget", "310000", "other", 2025),
        ("Medel kvar från 2024", "310000", "remaining", 2024),
        ("Beviljat belopp från regionen 2023", "310 000 kr", "granted", 2023),
        ("Beviljat bidrag att redovisa senast 2026", "310 000 kr", "granted", 2025),
        ("Medel kvar från och med 2024", "310000", "remaining", 2025),
        ("Medel som överförs till 2026", "310000", "remaining", 2025),
        ("Intäkter utöver bidraget", "310000", "other", 2025),
        ("Beslutat belopp, kr", "310000", "granted", 2025),
        ("Ej utnyttjat statsbidrag, kronor", "310000", "remaining", 2025),
        ("Utbetald ersättning till deltagare, kronor", "310000", "spent", 2025),
        ("Utbetalt belopp till kommunen, kronor", "310000", "received", 2025),
    ],
)
def test_a_bare_figure_is_money_where_the_question_asks_for_money(label, value, kind, year):
    assert form(field(label, value)) == [(Decimal(310_000), kind, year)]


@pytest.mark.parametrize(
    "label", ["Antal anställda med stöd av bidraget", "Bankgiro", "Postnummer", "Vilken andel av medlen?"]
)
def test_other_figures_are_no_money(label):
    assert form(field(label, "31")) == []


def test_what_is_left_of_a_sum_is_a_sum_though_its_label_says_nothing_of_money():
    below = form(field("Använt belopp", "310 000"), field("Ej använt vid årets slut", "12 000"))

    assert [(value, kind) for value, kind, _ in below] == [(310_000, "spent"), (12_000, "remaining")]
    assert form(field("Ej använt vid årets slut", "12")) == []


def test_a_unit_in_the_label_holds_for_the_figure():
    assert form(field("Kostnader (tkr)", "310")) == [(Decimal(310_000), "spent", 2025)]


def test_a_sum_that_the_text_told_gets_its_questions_kind():
    told = AmountDraft(WrittenNumber(Decimal(400), Decimal(1), "kr", None, None), "400 kr", at(112), "other")

    assert role_named("Åter") == "repayable"
    assert form(field("Återbetalas", "400 kr"), amounts=(told,)) == []
    assert (told.kind, told.subject, told.year) == ("repayable", "Återbetalas", 2025)


def test_the_text_right_above_a_table_is_its_caption():
    blocks: list[Block] = [
        Paragraph(text="Utfall 2018", places=at(80), size=9),
        table([["Post", "Kronor"], ["Lön", "1"]]),
        Paragraph(text="Det blev en lång utläggning som slutar med punkt.", places=at(180), size=9),
        table([["Post", "Kronor"], ["Lön", "1"]], top=200),
        Note(text="Tabell 3. Budget 2020", places=at(280), note="caption"),
        table([["Post", "Kronor"], ["Lön", "1"]], top=300),
        table([["Post", "Kronor"], ["Lön", "1"]], top=400, title="Bokslut 2021"),
    ]

    captions = captions_of(blocks)

    assert captions == ["Utfall 2018", "", "Tabell 3. Budget 2020", "Bokslut 2021"]
    assert years_of(blocks, captions, 2025, {}) == [2018, 2025, 2020, 2021]


def test_a_tables_year_is_its_chapters_where_the_document_has_none():
    blocks: list[Block] = [
        Heading(text="Fördelning 2023", places=at(50), level=1),
        table([["Post", "Kronor"], ["Lön", "1"]], top=300),
    ]

    assert years_of(blocks, captions_of(blocks), None, {}) == [2023]


def test_a_tables_year_is_the_one_in_the_head_over_its_labels():
    blocks: list[Block] = [
        table([["Insats 2024", "Utfall (kr)"], ["Kurs", "1"]]),
        table([["Post", "Kronor"], ["Kurs", "1"]]),
    ]

    assert years_of(blocks, captions_of(blocks), 2025, {}) == [2024, 2025]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Staten beviljade", "granted"),
        ("Länet tilldelas", "granted"),
        ("Kommunen rekvirerade", "requisitioned"),
        ("Förvaltningen har erhållit", "received"),
        ("Nämnden fick", "received"),
        ("Utbetalt belopp är", "received"),
        ("Styrgruppen avsätter", "allocated"),
        ("Till kommunerna fördelas", "allocated"),
        ("Arbetet beräknas ta", "planned"),
        ("Kursen kostar", "planned"),
        ("Under året har vi använt", "spent"),
        ("Förbrukade medel:", "spent"),
        ("har 68,5 procent använts", None),
        ("Kvarstår gör", "remaining"),
        ("Att återbetala:", "repayable"),
        ("varav", "share"),
        ("En andel om", "share"),
        ("Bidraget är per tjänst", "unit_rate"),
        ("Sammanlagt", "total"),
        ("Mötet ägde rum i Exempelby", None),
        ("", None),
    ],
)
def test_what_the_words_before_a_sum_make_it(words, kind):
    assert kind_of(role_said(words), "planned") == kind


def test_the_nearest_word_counts_in_prose_and_the_first_in_a_label():
    words = "Beviljade medel som har förbrukats"

    assert role_said(words) == "spent"
    assert role_named(words) == "granted"


def test_what_a_caption_says_of_a_part_is_not_said_of_the_whole():
    given_table = table([["Kommun", "Belopp", "varav 2 procent"], ["Botkyrka", "719 157", "14 383"]])
    amounts = [draft(1, 1), draft(1, 2)]

    give_kinds(amounts, [given_table], ["Kommunernas del, varav 2 procent"], ["planned"], [None])

    assert [a.kind for a in amounts] == ["planned", "share"]


def test_persons_that_are_a_part_of_persons_are_no_money():
    asked = [
        ("Antal anställda", "18"),
        ("Varav kuratorer", "6"),
        ("Kostnader (kr)", "90 000"),
        ("varav löner", "60 000"),
    ]
    fields = [field_of(label, value, at(20 * n), None, None) for n, (label, value) in enumerate(asked)]

    found = read_form_amounts(fields, [], costs_are="spent", year=2025)

    assert [(a.number.kronor, a.kind) for a in found] == [(90_000, "spent"), (60_000, "share")]


def test_a_sections_title_tells_the_unit_of_its_sums():
    asked = [("Till kurser", "310 000"), ("Antal kurser", "12")]

    def sums(section: str) -> list[Decimal | None]:
        fields = [field_of(label, value, at(20 * n), None, section) for n, (label, value) in enumerate(asked)]
        return [a.number.kronor for a in read_form_amounts(fields, [], costs_are="spent", year=2025)]

    assert sums("2. Belopp i kronor") == [Decimal(310_000)]
    assert sums("2. Användning (tkr)") == [Decimal(310_000_000)]
    assert sums("2. Användning av medel") == []


def form_kinds(*asked: tuple[str, str]) -> list[str]:
    fields = [field_of(label, value, at(20 * n), None, None) for n, (label, value) in enumerate(asked)]
    return [amount.kind for amount in read_form_amounts(fields, [], costs_are="spent", year=2025)]


def test_sums_that_come_to_the_total_below_them_are_what_it_is():
    received = ("Bidrag som vi har fått", "90 000 kr")
    parts = (("Hyra och fika", "20 000 kr"), ("Ledare", "35 000 kr"))

    total = ("Kostnader tillsammans", "55 000 kr")

    assert form_kinds(received, *parts, total) == ["received", "spent", "spent", "spent"]
    assert form_kinds(*parts, ("Totalt sökt", "55 000 kr")) == ["requisitioned"] * 3
    assert form_kinds(*parts, ("Totalt sökt", "56 000 kr")) == ["other", "other", "requisitioned"]


@pytest.mark.parametrize("label", ["Statsbidrag för 2025, kronor", "Statsbidrag (kr)", "Bidrag från regionen"])
def test_an_answer_that_is_the_grant_itself_was_received(label):
    assert form_kinds((label, "90 000 kr")) == ["received"]
    assert form_kinds(("Bidrag och projekt", "90 000 kr")) == ["other"]


def test_a_question_that_follows_up_another_means_the_sum_of_that():
    assert form_kinds(("Har bidrag beviljats tidigare?", "Ja"), ("Om ja, ange belopp", "90 000")) == ["granted"]
    assert form_kinds(("Har ni egna medel?", "Ja"), ("Ange i så fall belopp", "90 000")) == ["other"]
    assert form_kinds(("Har bidrag beviljats tidigare?", "Ja"), ("Annat belopp", "90 000")) == ["other"]


def test_sums_under_a_sections_title_are_what_it_tells_where_their_labels_tell_nothing():
    told = [
        field_of("Stöd i skolan, kronor", "120 000", at(100), None, "Belopp som rekvireras"),
        field_of("Egen finansiering, kronor", "30 000", at(120), None, "Belopp som rekvireras"),
        field_of("Sökt belopp totalt (kr)", "90 000", at(140), None, None),
        field_of("Varav 2031 (kr)", "40 000", at(160), None, None),
        field_of("Varav regionens andel, att återbetala (kr)", "5 000", at(180), None, None),
    ]

    found = read_form_amounts(told, [], costs_are="planned", year=2031)

    assert [amount.kind for amount in found] == [
        "requisitioned",
        "other",
        "requisitioned",
        "requisitioned",
        "repayable",
    ]


def test_sums_of_which_nothing_else_is_said_are_what_the_text_before_tells():
    given = table([["Förening", "Belopp"], ["Solrosen", "1"]])
    costs = table([["Förening", "Kostnad"], ["Solrosen", "1"]])
    amounts, of_costs = [draft(1, 1)], [draft(1, 1)]
    give_kinds(amounts, [given], [""], ["planned"], ["allocated"])
    give_kinds(of_costs, [costs], [""], ["planned"], ["allocated"])

    assert [amount.kind for amount in (*amounts, *of_costs)] == ["allocated", "planned"]


def test_how_much_was_used_is_money_below_a_sum():
    received = field("Hur stort belopp har ni fått? Ange i kronor", "400 000", 100)
    used = field("Hur mycket har använts till och med juni?", "310 000", 140)
    left = field("Hur mycket betalas tillbaka?", "90 000", 180)

    assert [(value, kind) for value, kind, _ in form(received, used, left)] == [
        (Decimal(400_000), "received"),
        (Decimal(310_000), "spent"),
        (Decimal(90_000), "repayable"),
    ]
    assert form(used) == []


def test_a_part_that_is_own_money_is_no_part_of_the_grant():
    cost, own = field("Kostnader under året", "400 000", 100), field("Varav kommunens egen finansiering", "90 000", 140)

    assert [kind for _, kind, _ in form(cost, own)] == ["spent", "other"]
