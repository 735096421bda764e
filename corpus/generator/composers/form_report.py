"""An account of a grant as a printed web form: who, the money, what was done, who was employed, and a signature."""

import re
from dataclasses import dataclass, field, replace

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Boxed, FormSection, Heading, Paragraph, RunIn
from corpus.generator.composers.cost_tables import CostTable, TableForm, compared_with_plan, cost_table
from corpus.generator.composers.form_drafts import FormDraft
from corpus.generator.composers.form_texts import SectionText, form_texts
from corpus.generator.composers.forms import Filling, Scheme, day_between, lower_first
from corpus.generator.composers.grant_account import AccountLabels, add_account
from corpus.generator.composers.money_tables import terms
from corpus.generator.composers.staff import staff_section, staff_table
from corpus.generator.content import Content, Facts, Relation


@dataclass
class _Report(FormDraft):
    """With its tables of activities."""

    costs: list[CostTable] = field(default_factory=list)


def compose_form_report(assignment: Assignment) -> Content:
    """Keys: received, spent, left, repaid, own, whole, spent.<n>; act.*, costs.* (cost_tables); staff.*; told."""
    scenario, municipality, voice = assignment.scenario, assignment.about(), assignment.voice()
    year, rng = scenario.year, voice.rng
    text = form_texts()[rng.choice(("aterrapportering_form", "aterrapportering_form", "redovisning_bemanning"))]
    grant = lower_first(scenario.grant_name)
    title = rng.choice(
        (
            voice.drawer.filled(text.title, grant=grant),
            f"Återrapportering av {year} års {grant}",
            f"Redovisning av {grant}, {year}",
            f"Ekonomisk redovisning och återrapportering av {grant} {year}",
        )
    )
    report = _Report(assignment, Filling.of(voice, municipality, year))
    # The stock's form says that the report is due on 15 February.
    signed_on = day_between(assignment.rng("signed"), year + 1, (1, 3), (2, 14))
    report.sections.append(_applicant(report, text.sections[0]))
    with_costs = rng.random() < 0.35
    labels = AccountLabels.of(rng)
    orders = (["economy", "costs", "done", "staff", "results"], ["done", "staff", "costs", "economy", "results"])
    for part in rng.choice((orders[0], *orders)):
        match part:
            case "economy":
                by_kind = not with_costs and rng.random() < 0.35
                add_account(report, text.sections[1], labels, by_kind=by_kind)
            case "costs" if with_costs:
                _add_costs(report, labels)
            case "done":
                report.sections.append(report.filling.answered(_without_counts_by_sex(text.sections[2]), at_least=2))
            case "staff" if text.id == "redovisning_bemanning" or rng.random() < 0.5:
                _add_staff(report)
            case "results":
                report.sections.append(
                    report.filling.answered(text.sections[3].of_kinds("text", "long", "choice"), at_least=1)
                )
            case _:
                pass
    heading = rng.choice(("Underskrift", "Intygande", "Undertecknande"))
    report.sections.append(report.filling.signing(heading, signed_on, dates_report=True))
    relations, elsewhere, traps = compared_with_plan(assignment, report.costs, "received", labels.received)
    report.relations += relations
    report.elsewhere += elsewhere
    report.filling.traps += traps
    return _printed(report, title, voice.drawer.filled(text.intro, grant=grant))


def _applicant(report: _Report, text: SectionText) -> FormSection:
    rng = report.voice.rng
    name = rng.choice(("Bidragsmottagare", "Kommun", "Bidragsmottagarens namn", "Kommunens namn", "Huvudman"))
    contact = rng.choice(("Kontaktperson", "Uppgiftslämnare", "Handläggare"))
    section = report.filling.applicant(text.words, name, contact)
    diary = (report.filling.diary(),) if rng.random() < 0.75 else ()
    return replace(section, questions=rng.choice(((*diary, *section.questions), (*section.questions, *diary))))


def _without_counts_by_sex(text: SectionText) -> SectionText:
    """Staff by sex is asked for in a section of its own."""
    kept = tuple(each for each in text.questions if not re.search("kvinnor|män |Varav", each.words))
    return SectionText(text.title, kept)


def _add_costs(report: _Report, labels: AccountLabels) -> None:
    voice, year = report.voice, report.filling.year
    caption = voice.rng.choice(("Aktiviteter och kostnader", f"Insatser som bidraget använts till {year}"))
    initiatives = report.assignment.about().initiatives
    made = cost_table(voice, initiatives, year, "costs", caption, TableForm.of(voice))
    report.costs.append(made)
    report.filling.traps += made.planted
    report.add_table(made.table, voice.rng.choice(("Insatser", "Kostnader per aktivitet")), made.relations)
    also = ("tie.text-table", "footing.column")
    report.relations.append(Relation("tie.same-fact", "spent", terms((made.spent,)), labels.spent, also=also))


def _add_staff(report: _Report) -> None:
    title = report.voice.rng.choice(("Bemanning", "Personal", "Anställda"))
    if report.voice.rng.random() < 0.5:
        section, relations = staff_section(report.filling, title)
        report.sections.append(section)
        report.relations += relations
    else:
        caption = report.voice.rng.choice(("Personal som bidraget bekostat", "Anställda fördelade efter kön"))
        made = staff_table(report.voice, caption)
        report.add_table(made.table, title, made.relations)


def _printed(report: _Report, title: str, intro: str) -> Content:
    assignment, rng = report.assignment, report.voice.rng
    scenario, municipality = assignment.scenario, assignment.about()
    scheme: Scheme = rng.choice(("running", "running", "by_section", "letters", "none", "none"))
    made = report.blocks(scheme)
    blocks: list[Block] = [Heading(title, 1)]
    opening = rng.choice(("paragraph", "boxed", "boxed", "none", "labels"))
    match opening:
        case "paragraph":
            blocks.append(Paragraph((intro,)))
        case "boxed":
            blocks.append(Boxed(rng.choice(("Information", "Så fyller du i blanketten", "")), (Paragraph((intro,)),)))
        case "labels":
            blocks += [RunIn("Avser år:", (f" {scenario.year}",)), RunIn("Kommun:", (f" {municipality.title}",))]
        case _:
            pass
    return Content(
        name=assignment.name,
        kind="form_report",
        facts=Facts(
            "grant_report",
            title,
            reporting_year=scenario.year,
            grant_name=scenario.grant_name,
            diary_number=report.printed_diary,
            municipality=municipality.name,
        ),
        blocks=(*blocks, *made),
        relations=tuple(report.relations),
        elsewhere=tuple(report.elsewhere),
        planted=tuple(report.filling.traps),
        running_head=rng.choice(("", "", title, rng.choice(("Återrapportering", "Webbformulär")))),
        running_foot=rng.choice(("", "", "Uppgifterna skickas via bidragsportalen", "Blankett S 14")),
        page_number=rng.choice(("{page}", "{page} ({pages})", "Sida {page} av {pages}", "{page}/{pages}")),
        periods=(("period_end_date", f"{scenario.year}-12-31"),),
    )
