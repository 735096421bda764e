"""A report as a survey's print-out: numbered questions with their answers below, and tables of activities and costs."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Cover, FormSection, Heading, Paragraph, Question, RunIn
from corpus.generator.composers.cost_tables import CostTable, TableForm, compared_with_plan, cost_table
from corpus.generator.composers.form_drafts import FormDraft
from corpus.generator.composers.form_texts import SectionText, form_texts
from corpus.generator.composers.forms import Filling, Scheme, day_between, lower_first, own_sentences
from corpus.generator.composers.money_tables import GRANTED, REMAINING, SPENT, TOTAL, terms
from corpus.generator.content import Content, Facts, Relation, Term
from corpus.generator.figures import Figure, money

_CAPTIONS: Final = (
    "Vilka aktiviteter har genomförts och vad har de kostat?",
    "Redovisa aktiviteterna och deras kostnader",
    "Genomförda aktiviteter",
    "Ange aktivitet, verksamhet och kostnad",
)
_SPENT_LABELS: Final = ("Förbrukade medel totalt", "Summa kostnader för samtliga aktiviteter", "Använda medel totalt")


@dataclass
class _Survey(FormDraft):
    """With its tables of activities, and what it calls its sums, by their keys."""

    costs: list[CostTable] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


def compose_survey_report(assignment: Assignment) -> Content:
    """Keys: act.<initiative>.spent and .planned, costs<n>.spent and .planned, granted, spent, left, other; told."""
    scenario, municipality, voice = assignment.scenario, assignment.about(), assignment.voice()
    year, rng = scenario.year, voice.rng
    text = form_texts()["enkat_aktiviteter"]
    grant = lower_first(scenario.grant_name)
    title = rng.choice(
        (
            voice.drawer.filled(text.title, grant=grant),
            f"Redovisning av {grant} {year} – svar på enkät",
            f"Återrapportering {year}, enkätsvar: {grant}",
            f"Enkät om användningen av {grant} under {year}",
        )
    )
    survey = _Survey(assignment, Filling.of(voice, municipality, year))
    signed_on = day_between(assignment.rng("signed"), year + 1, (1, 4), (3, 20))
    applicant, analysis, economy, state = text.sections
    survey.sections.append(_respondent(survey, applicant))
    parts = ["analysis", "tables", "economy", "state"]
    if rng.random() < 0.4:
        parts = rng.choice((["economy", "tables", "analysis", "state"], ["tables", "economy", "state", "analysis"]))
    if rng.random() < 0.4:
        parts.insert(rng.randint(2, len(parts)), "results")
    for part in parts:
        match part:
            case "analysis":
                survey.sections.append(survey.filling.answered(analysis, at_least=1))
            case "tables":
                _add_tables(survey)
            case "economy":
                survey.sections.append(_economy(survey, economy))
            case "state":
                survey.sections.append(survey.filling.answered(state, at_least=2))
            case "results":
                results = form_texts()["aterrapportering_form"].sections[-1]
                kept = tuple(each for each in results.questions if each.kind in ("long", "choice"))
                section = survey.filling.answered(SectionText(results.words, kept), at_least=1)
                survey.sections.append(section)
    _tie_economy(survey)
    survey.sections.append(
        survey.filling.signing(rng.choice(("Inskickat", "Intygande", "Avslutning")), signed_on, dates_report=True)
    )
    return _printed(survey, title, voice.drawer.filled(text.intro, grant=grant))


def _respondent(survey: _Survey, text: SectionText) -> FormSection:
    rng = survey.voice.rng
    title = rng.choice((text.words, "Uppgifter om er", "Kontaktuppgifter", "Kommun och kontaktperson"))
    name = rng.choice(("Svarande organisation", "Kommun", "Huvudman", "Organisation"))
    contact = rng.choice(("Namn på den som fyllt i enkäten", "Kontaktperson", "Namn"))
    section = survey.filling.applicant(title, name, contact)
    return replace(
        section, questions=(*section.questions, survey.filling.diary()) if rng.random() < 0.5 else section.questions
    )


def _add_tables(survey: _Survey) -> None:
    """All activities in one table, in one by area, or in a table an area."""
    voice, rng = survey.voice, survey.voice.rng
    initiatives = survey.assignment.about().initiatives
    year = survey.assignment.scenario.year
    form = TableForm.of(voice)
    areas = sorted({each.theme.name for each in initiatives})
    shape = rng.choice(("one", "one", "areas", "several", "several"))
    caption = rng.choice(_CAPTIONS)
    if shape == "several" and len(areas) > 1:
        for i, area in enumerate(areas, start=1):
            members = [each for each in initiatives if each.theme.name == area]
            label = f"Aktiviteter inom området {lower_first(area)}"
            _add_table(survey, cost_table(voice, members, year, f"costs{i}", label, form), area)
            form = replace(form, example=False)
    else:
        made = cost_table(voice, initiatives, year, "costs1", caption, form, by_area=shape == "areas")
        _add_table(survey, made, rng.choice(("Aktiviteter", "Aktiviteter och kostnader", "Användning av medlen")))
    if rng.random() < 0.5:
        questions = [survey.filling.stocked(each) for each in form_texts()["aterrapportering_form"].of_kind("number")]
        survey.sections.append(
            FormSection(rng.choice(("Vilka som nåtts", "Deltagare", "Omfattning")), tuple(questions))
        )


def _add_table(survey: _Survey, made: CostTable, title: str) -> None:
    survey.costs.append(made)
    survey.add_table(made.table, title, made.relations)


def _economy(survey: _Survey, text: SectionText) -> FormSection:
    """What was granted, spent and left, and at times money of other sources."""
    filling, municipality = survey.filling, survey.assignment.about()
    year, style = filling.year, filling.sums.style
    rng = survey.voice.rng
    left = municipality.granted - municipality.spent
    figures = {
        "granted": money("granted", municipality.granted, GRANTED, style, year=year),
        "spent": money("spent", municipality.spent, (*SPENT, *TOTAL), style, year=year),
        "remaining": money("left", left, REMAINING, style, year=year),
    }
    questions: list[Question] = []
    for each in text.questions:
        if each.role in figures:
            label = rng.choice((each.words, *_SPENT_LABELS)) if each.role == "spent" else each.words
            hint = each.hint if rng.random() < 0.5 else ""
            questions.append(filling.sum_question(label, figures[each.role], hint))
        elif rng.random() < 0.5:
            own = Decimal(rng.choice((0, 25_000, 60_000, 140_000)))
            other = filling.sum_question(each.words, money("other", own, ("other",), style, year=year), each.hint)
            questions.append(rng.choice((other, replace(other, answer=None))))
    survey.labels = labels = {
        each.answer[0].key: each.label for each in questions if each.answer and isinstance(each.answer[0], Figure)
    }
    balance = (Term(("granted",)), Term(("spent",), Decimal(-1)))
    survey.relations += [
        Relation("recalc.balance", "left", balance, labels["left"]),
        Relation("recalc.balance", "spent", terms(("granted",)), labels["spent"], at_most=True),
    ]
    if rng.random() < 0.5:
        questions.append(_comment(survey))
    return FormSection(rng.choice((text.words, "Ekonomisk redovisning", "Medel och kostnader")), tuple(questions))


def _comment(survey: _Survey) -> Question:
    """What was spent told once more in prose, in kronor or rounded."""
    voice, spent = survey.voice, survey.assignment.about().spent
    rounded = spent >= 100_000 and voice.rng.random() < 0.4
    style = voice.thousands() if rounded else voice.kronor
    told = money("told", spent, SPENT, style, year=survey.filling.year)
    label = voice.rng.choice(("Kommentar", "Kommentar till ekonomin", "Övrigt om kostnaderna"))
    survey.relations.append(
        Relation("tie.same-fact", "told", terms(("spent",)), label, also=("tie.text-table",), rounded=rounded)
    )
    return Question(label, voice.drawer.prose(own_sentences("spent"), {"belopp": told}), "long")


def _tie_economy(survey: _Survey) -> None:
    """What was spent is what the tables add up to; the report ties to the plan and to the allocation."""
    made = survey.costs
    rule, also = ("tie.same-fact", "footing.column") if len(made) == 1 else ("footing.column", "tie.same-fact")
    survey.relations.append(
        Relation(
            rule, "spent", terms([each.spent for each in made]), survey.labels["spent"], also=(also, "tie.text-table")
        )
    )
    relations, elsewhere, traps = compared_with_plan(survey.assignment, made, "granted", survey.labels["granted"])
    survey.relations += relations
    survey.elsewhere += elsewhere
    survey.filling.traps += [trap for each in made for trap in each.planted]
    survey.filling.traps += traps


def _printed(survey: _Survey, title: str, intro: str) -> Content:
    assignment, rng = survey.assignment, survey.voice.rng
    scenario, municipality = assignment.scenario, assignment.about()
    blocks: list[Block] = [Heading(title, 1)]
    if rng.random() < 0.2:
        blocks = [Cover(title, municipality.title, ("Inskickad via enkätverktyget",))]
    if rng.random() < 0.6:
        blocks.append(Paragraph((intro,)))
    if rng.random() < 0.35:
        blocks += [RunIn("Svarande:", (f" {municipality.title}",)), RunIn("Status:", (" Inskickad",))]
    scheme: Scheme = rng.choice(("running", "running", "running", "by_section", "none"))
    blocks += survey.blocks(scheme)
    return Content(
        name=assignment.name,
        kind="survey_report",
        facts=Facts(
            "grant_report",
            title,
            reporting_year=scenario.year,
            grant_name=scenario.grant_name,
            diary_number=survey.printed_diary,
            municipality=municipality.name,
        ),
        blocks=tuple(blocks),
        relations=tuple(survey.relations),
        elsewhere=tuple(survey.elsewhere),
        planted=tuple(survey.filling.traps),
        running_head=rng.choice(("", "", municipality.title, f"Enkätsvar {scenario.year}")),
        running_foot=rng.choice(("", "", "Svaren har skickats in")),
        page_number=rng.choice(("{page}", "{page} ({pages})", "Sida {page} av {pages}", "{page}/{pages}")),
        periods=(("period_end_date", f"{scenario.year}-12-31"),),
    )
