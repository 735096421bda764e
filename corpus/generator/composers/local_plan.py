"""A municipality's local plan: a page or two of words and one table of initiatives, goals and sums."""

from decimal import Decimal

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Activity, Block, Column, Cover, Goal, Heading, Prose, Row, Table, words_of
from corpus.generator.composers.money_tables import GRANTED, PLANNED, REMAINING, TOTAL, MoneyTable, terms
from corpus.generator.content import Content, Facts, Planted, Relation, Term
from corpus.generator.figures import Figure, money
from corpus.generator.scenario import LocalInitiative, Municipality
from corpus.generator.voice import Voice


def compose_local_plan(assignment: Assignment) -> Content:
    """Keys: plan.<initiative>, plan.sum, plan.granted, plan.left; in prose told.granted and told.planned."""
    scenario, municipality, voice = assignment.scenario, assignment.about(), assignment.voice()
    year = scenario.year
    title = voice.rng.choice(
        (
            f"{municipality.title} – lokala satsningar {year}",
            f"Lokal handlingsplan för psykisk hälsa {year}, {municipality.title}",
            f"{scenario.grant_name} {year}: lokala satsningar i {municipality.title}",
        )
    )
    made = initiatives_table(voice, municipality, year, voice.rng.choice(("", f"Lokala satsningar {year}")))
    blocks: list[Block] = [Cover(title) if voice.rng.random() < 0.3 else Heading(title, 1)]
    blocks += voice.prose("introductions")
    relations = list(made.relations)
    if voice.rng.random() < 0.7:
        told = money("told.granted", municipality.granted, GRANTED, voice.kronor, year=year)
        blocks.append(voice.told("granted", told))
        relations.append(
            Relation("tie.text-table", told.key, terms(("plan.granted",)), "Beviljat", also=("tie.same-fact",))
        )
    blocks += voice.prose("method", voice.rng.randint(0, 2))
    blocks.append(made.table)
    if voice.rng.random() < 0.5:
        planned = money("told.planned", municipality.planned, TOTAL, voice.kronor, year=year)
        blocks.append(voice.told("planned_total", planned))
        relations.append(
            Relation("tie.text-table", planned.key, terms(("plan.sum",)), "Planerat", also=("tie.same-fact",))
        )
    blocks += [Heading(voice.rng.choice(("Uppföljning", "Så följs planen upp")), 2), *voice.prose("follow_up")]
    elsewhere: tuple[Figure, ...] = ()
    county_plan = assignment.siblings.get("county_plan")
    if county_plan is not None:
        elsewhere = (money(f"county_plan:alloc.{municipality.code}", municipality.granted, GRANTED),)
        relations.append(
            Relation("tie.allocation", "plan.granted", terms((elsewhere[0].key,)), "Totalt beviljat", other=county_plan)
        )
    return Content(
        name=assignment.name,
        kind="local_plan",
        facts=Facts(
            "action_plan",
            title,
            reporting_year=year,
            grant_name=scenario.grant_name if scenario.grant_name in title else None,
            municipality=municipality.name,
        ),
        blocks=tuple(blocks),
        relations=tuple(relations),
        elsewhere=elsewhere,
        planted=(*_twins(municipality), *_part_only(made.table)),
        running_head=voice.rng.choice(("", municipality.title, title)),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})", "Sida {page} av {pages}")),
    )


def initiatives_table(voice: Voice, municipality: Municipality, year: int, caption: str) -> MoneyTable:
    """One row an initiative; by unit with a subtotal each, with a breakdown, or plain."""
    initiatives = municipality.initiatives
    shape = voice.rng.choice(("plain", "plain", "plain", "units", "breakdown"))
    where = f"{caption or 'Tabell'}, Belopp"
    rows: list[Row] = []
    relations: list[Relation] = []
    if shape == "units" and len(initiatives) > 5:
        rows, relations, addends = _by_units(voice, initiatives, year, where)
    else:
        rows = [_initiative(voice, each, year) for each in initiatives]
        addends = [f"plan.{each.key}" for each in initiatives]
        if shape == "breakdown":
            rows, more = _broken_down(voice, rows, initiatives[0], year)
            relations += more
    granted, planned = municipality.granted, municipality.planned
    whole = money("plan.sum", planned, TOTAL, voice.bare, year=year)
    given = money("plan.granted", granted, GRANTED, voice.bare, year=year)
    left = money("plan.left", granted - planned, REMAINING, voice.bare, year=year)
    relations += [
        Relation("footing.column", whole.key, terms(addends), where),
        Relation("recalc.balance", left.key, (Term((given.key,)), Term((whole.key,), Decimal(-1))), where),
    ]
    labels = voice.rng.choice(
        (
            ("Fördelade medel", "Totalt beviljat", "Kvarstående"),
            ("Summa", "Beviljat belopp", "Kvar att fördela"),
            ("Totalt planerat", "Tilldelade medel", "Återstår"),
        )
    )
    for label, figure, role in zip(labels, (whole, given, left), ("total", "total", "total"), strict=True):
        rows.append(Row(((label,), (), (), (figure,)), "total" if role == "total" else "body", figure.key))
    heads = voice.rng.choice(
        (
            ("Verksamhet", "Satsning", "Mål", "Belopp"),
            ("Enhet", "Aktivitet", "Mål", "Belopp (kr)"),
            ("Verksamhet", "Insats", "Målsättning", "Kostnad"),
        )
    )
    columns = (
        Column(heads[0], width=1.5),
        Column(heads[1], width=2.4),
        Column(heads[2], width=3.0),
        Column(heads[3], "figure", 1.0),
    )
    return MoneyTable(Table("plan", caption, columns, tuple(rows)), tuple(relations))


def _initiative(voice: Voice, each: LocalInitiative, year: int) -> Row:
    figure = money(f"plan.{each.key}", each.planned, PLANNED, voice.bare, year=year)
    activity = Activity((voice.item(each.activity),), (year,), key=each.key)
    cells: tuple[Prose, ...] = ((each.unit,), (activity,), (Goal((voice.item(each.goal),)),), (figure,))
    return Row(cells, key=each.key)


def _by_units(
    voice: Voice, initiatives: tuple[LocalInitiative, ...], year: int, where: str
) -> tuple[list[Row], list[Relation], list[str]]:
    """Rows under their unit's name, each unit closed by a subtotal; the subtotals are what the total adds up."""
    rows: list[Row] = []
    relations: list[Relation] = []
    subtotals: list[str] = []
    units = sorted({each.theme.name for each in initiatives})
    for i, unit in enumerate(units, start=1):
        members = [each for each in initiatives if each.theme.name == unit]
        rows.append(Row(((unit,), (), (), ()), "section"))
        rows += [_initiative(voice, each, year) for each in members]
        part = money(
            f"plan.part{i}", sum((each.planned for each in members), start=Decimal(0)), TOTAL, voice.bare, year=year
        )
        subtotals.append(part.key)
        rows.append(Row(((f"Summa {unit[0].lower()}{unit[1:]}",), (), (), (part,)), "subtotal", part.key))
        keys = [f"plan.{each.key}" for each in members]
        relations.append(Relation("footing.column", part.key, terms(keys), f"{where}, {unit}"))
    return rows, relations, subtotals


def _broken_down(voice: Voice, rows: list[Row], first: LocalInitiative, year: int) -> tuple[list[Row], list[Relation]]:
    """The first row is told again in two därav rows that make it, or in one that is only a part of it."""
    one = (first.planned * voice.rng.randint(20, 70) / 100).to_integral_value()
    whole = voice.rng.random() < 0.7
    values = (one, first.planned - one) if whole else (one,)
    parts = [
        money(f"plan.{first.key}.part{i}", value, PLANNED, voice.bare, year=year)
        for i, value in enumerate(values, start=1)
    ]
    word = voice.rng.choice(("varav", "därav"))
    labels = voice.rng.choice((("personal", "övriga kostnader"), ("lönekostnader", "utbildning och material")))
    more = [
        Row(((f"{word} {label}",), (), (), (part,)), "breakdown", part.key)
        for label, part in zip(labels, parts, strict=False)
    ]
    keys = [part.key for part in parts]
    relation = Relation("footing.breakdown", f"plan.{first.key}", terms(keys), f"{word}: {first.activity}")
    return [rows[0], *more, *rows[1:]], [relation] if whole else []


def _twins(municipality: Municipality) -> tuple[Planted, ...]:
    """Two rows of the same sum are no row that stands twice."""
    sums = [each.planned for each in municipality.initiatives]
    alike = sorted({value for value in sums if sums.count(value) > 1})
    return tuple(
        Planted(
            "identity.duplicate",
            "Belopp",
            value,
            value * sums.count(value),
            "Different initiatives may cost the same",
            "same-sum-twice",
            grade="trap-not-error",
        )
        for value in alike
    )


def _part_only(table: Table) -> tuple[Planted, ...]:
    """One därav row tells of a part, not of the whole."""
    told = [row for row in table.rows if row.role == "breakdown"]
    if len(told) != 1:
        return ()
    part = next(each for each in told[0].cells[-1] if isinstance(each, Figure))
    above = next(each for each in table.rows[table.rows.index(told[0]) - 1].cells[-1] if isinstance(each, Figure))
    return (
        Planted(
            "footing.breakdown",
            words_of(told[0].cells[0]),
            part.value,
            above.value,
            "One part is told, the rest is not",
            "part-only-told",
            grade="trap-not-error",
        ),
    )
