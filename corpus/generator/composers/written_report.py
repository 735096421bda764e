"""A grant report in prose: what was done, what it cost, what is left, with a table of planned and spent."""

from collections.abc import Sequence
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Contents, Cover, Heading, Letterhead, Paragraph, Signature
from corpus.generator.composers.money_tables import GRANTED, PLANNED, TOTAL, terms
from corpus.generator.composers.report_draft import ReportDraft
from corpus.generator.composers.report_economy import economy, grant
from corpus.generator.composers.report_period import ReportPeriod
from corpus.generator.composers.report_results import results
from corpus.generator.composers.telling import names_grant, of_a_municipality
from corpus.generator.content import Content, Facts, Planted, Relation
from corpus.generator.figures import Figure, money
from corpus.generator.phrases import stock

_PARTIAL: Final = 0.15
"""The part of the reports that are of the first eight months only."""


def compose_year_or_part(assignment: Assignment) -> Content:
    """A written report of the grant's year, or now and then of its first eight months."""
    return compose_written_report(assignment, partial=assignment.rng("period").random() < _PARTIAL)


def compose_written_report(assignment: Assignment, *, partial: bool = False) -> Content:
    """Keys: see ReportDraft. Facts of the report as printed; period_end_date is the last day that it is of.

    A partial report is of the time to 31 August and says so in its title; it is signed before the year has ended, and
    rightly. What it has spent is less than the whole year's.
    """
    voice = assignment.voice()
    draft = ReportDraft(assignment, voice, ReportPeriod(assignment.scenario.year, partial=partial))
    scenario, about, year = assignment.scenario, draft.about, draft.year
    title = voice.rng.choice(draft.period.titles(scenario.grant_name, about.title))
    numbered, diary = voice.rng.random() < 0.4, voice.rng.random() < 0.6
    date = draft.period.signed(voice)
    opening = _opening(draft, title, date, with_diary=diary)
    blocks = list(opening)
    sections = _sections(draft)
    for i, (words, section) in enumerate(sections, start=1):
        blocks += [Heading(words, 2, str(i) if numbered else ""), *section]
    lettered = isinstance(opening[0], Letterhead)
    if not lettered:
        date = draft.period.signed(voice)
    if partial:
        draft.planted.append(_signed_in_its_year(year, date))
    blocks.append(
        Signature(
            about.name if lettered else f"{about.name} {date}",
            voice.person(),
            voice.drawer.draw(stock("prose")["roles"]),
        )
    )
    elsewhere = _ties(draft)
    return Content(
        name=assignment.name,
        kind="written_report",
        facts=Facts(
            "grant_report",
            title,
            reporting_year=year,
            grant_name=scenario.grant_name if names_grant(tuple(blocks), title, scenario.grant_name) else None,
            diary_number=about.diary_number if diary or lettered else None,
            municipality=about.name,
        ),
        blocks=tuple(blocks),
        relations=(*draft.relations, *draft.telling.relations),
        elsewhere=elsewhere,
        planted=tuple(draft.planted),
        running_head=voice.rng.choice(("", "", about.title, title)),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})", "Sida {page}", "Sida {page} av {pages}")),
        periods=(("period_end_date", draft.period.ended),),
    )


def _signed_in_its_year(year: int, date: str) -> Planted:
    """The trap of a partial report."""
    why = "The report is of the time to 31 August, and is signed after that"
    return Planted(
        "cutoff.date", "Datum", f">= {year}-12-31", date, why, "partial-report", "trap-not-error", subject=date
    )


def _opening(draft: ReportDraft, title: str, date: str, *, with_diary: bool) -> list[Block]:
    """A cover and the contents, a letter's head, or just the title with the issuer above it."""
    voice, about = draft.voice, draft.about
    committee = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    lines: tuple[str, ...] = (about.title, committee)
    if with_diary:
        lines = (*lines, f"Dnr {about.diary_number}")
    match voice.rng.choice(("cover", "letter", "title")):
        case "cover":
            return [Cover(title, lines=lines), Contents()]
        case "letter":
            unit = voice.drawer.draw(of_a_municipality(stock("prose")["units"]))
            head = Letterhead(about.title, unit, draft.period.kind, date, about.diary_number, committee)
            return [head, Heading(title, 1)]
        case _:
            return [Paragraph((" · ".join(lines),)), Heading(title, 1)]


def _sections(draft: ReportDraft) -> list[tuple[str, Sequence[Block]]]:
    """Heads and what stands under them: the grant first or last, economy before or after what was done."""
    voice, forms, prose = draft.voice, stock("forms"), stock("prose")
    intro = [voice.paragraph(draft.sentences(forms["report_intro"])) for _ in range(voice.rng.randint(1, 2))]
    if draft.period.intro:
        intro.insert(0, Paragraph((voice.drawer.draw(draft.period.intro),)))
    opening = (voice.rng.choice(("Inledning", "Om redovisningen", "Sammanfattning")), [*intro, *grant(draft)])
    done = (voice.rng.choice(("Genomförda insatser", "Så har medlen använts", "Vad som gjorts")), results(draft, 3))
    money_told = (voice.rng.choice(("Ekonomiskt utfall", "Ekonomi", "Ekonomisk redovisning")), economy(draft))
    others: list[tuple[str, Sequence[Block]]] = [
        (
            voice.rng.choice(("Resultat och effekter", "Vad blev bättre?", "Sammanfattande bedömning")),
            [voice.paragraph(draft.sentences(forms["report_results"])) for _ in range(voice.rng.randint(1, 3))],
        ),
        (
            voice.rng.choice(("Samverkan med andra aktörer", "Organisation")),
            [
                *_told(draft, "organisation", voice.rng.randint(1, 2)),
                voice.paragraph(draft.sentences(prose["numbers"])),
            ],
        ),
        (voice.rng.choice(("Uppföljning och utvärdering", "Fortsatt arbete")), _told(draft, "follow_up", 2)),
        (
            voice.rng.choice(("Målgrupper som nåtts", "Siffror från året")),
            [voice.paragraph(draft.sentences(prose["numbers"])) for _ in range(voice.rng.randint(2, 5))],
        ),
        ("Jämställdhet och tillgänglighet", _told(draft, "equality")),
        ("Barn och unga", _told(draft, "children_rights")),
    ]
    chosen = voice.rng.sample(others, voice.rng.randint(1, 6))
    middle = voice.rng.choice(([done, money_told], [money_told, done], [done, chosen[0], money_told]))
    rest = [each for each in chosen if each not in middle]
    return [opening, *middle, *rest] if voice.rng.random() < 0.75 else [opening, *rest, *middle]


def _told(draft: ReportDraft, name: str, n: int = 1) -> list[Paragraph]:
    """Paragraphs from a list of phrases/prose.toml that fit the period."""
    return [draft.voice.paragraph(draft.period.fitting(stock("prose")[name])) for _ in range(n)]


def _ties(draft: ReportDraft) -> tuple[Figure, ...]:
    """Relations to the municipality's plan and to its county's; gives the figures that stand there."""
    siblings, about, elsewhere = draft.assignment.siblings, draft.about, list[Figure]()
    plan, county = siblings.get("local_plan"), siblings.get("county_plan")
    if plan is not None:
        elsewhere += [
            money("local_plan:plan.sum", about.planned, TOTAL),
            money("local_plan:plan.granted", about.granted, GRANTED),
        ]
        where = draft.outcome.table.caption or "Budget"
        told = (
            ("out.sum.budget", "local_plan:plan.sum", where),
            ("granted", "local_plan:plan.granted", "Beviljat"),
        )
        draft.relations += [
            Relation("tie.plan-report.total", ours, terms((theirs,)), each, other=plan) for ours, theirs, each in told
        ]
        for i, each in enumerate(about.initiatives if draft.by_initiative else (), start=1):
            elsewhere.append(money(f"local_plan:plan.{each.key}", each.planned, PLANNED))
            draft.relations.append(
                Relation(
                    "tie.plan-report.activity",
                    f"out.{i}.budget",
                    terms((f"local_plan:plan.{each.key}",)),
                    each.activity,
                    other=plan,
                )
            )
    if county is not None:
        elsewhere.append(money(f"county_plan:alloc.{about.code}", about.granted, GRANTED))
        draft.relations.append(
            Relation("tie.allocation", "granted", terms((elsewhere[-1].key,)), "Beviljat", other=county)
        )
    return tuple(elsewhere)
