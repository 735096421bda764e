"""The matters that a memo can be about, each with its titles and the sentences that only it has."""

from dataclasses import dataclass
from typing import Final, Literal

MatterName = Literal["report", "allocation", "requisition", "control", "consultation"]


@dataclass(frozen=True)
class Matter:
    """What a memo can be about. stocked picks the stock's summaries that fit; proposals may carry the granted sum."""

    titles: tuple[str, ...]
    purposes: tuple[str, ...]
    proposals: tuple[str, ...]
    stocked: str
    uses: tuple[str, str] | None = None
    """The stock's lists that tell what was granted and what was used; null where the matter has no money."""


MATTERS: Final[dict[MatterName, Matter]] = {
    "report": Matter(
        (
            "{grant}: återrapportering {ar}",
            "Återrapport {ar} – {grant}",
            "Användning av statsbidrag för psykisk hälsa {ar}",
        ),
        (
            "{kommunen} ska redovisa hur statsbidraget för {ar} har använts. Underlaget kommer från flera enheter.",
            "I ärendet lämnas en redovisning av arbetet under {ar} och av vad det har kostat.",
            "Bidraget för {ar} ska slutredovisas. Nämnden behöver ta ställning till rapporten innan den skickas in.",
        ),
        (
            "{namnd} godkänner redovisningen av {belopp} i statsbidrag för {ar}.",
            "{namnd} noterar att {belopp} har tagits emot och att användningen har redovisats.",
            "{namnd} ställer sig bakom återrapporten, som avser ett bidrag på {belopp}.",
        ),
        r"redovis|förbrukats",
        ("received", "spent"),
    ),
    "allocation": Matter(
        ("{grant}: fördelning {ar}", "Fördelning av medel för psykisk hälsa {ar}", "Lokal plan {ar} för {grant}"),
        (
            "Länets fördelning för {ar} är klar. Nämnden behöver besluta hur kommunens del ska användas.",
            "Förvaltningen lämnar förslag till hur medlen för {ar} ska fördelas mellan verksamheterna.",
            "Med detta ärende fastställs den lokala användningen av statsbidraget under {ar}.",
        ),
        (
            "{namnd} fördelar {belopp} enligt förvaltningens förslag.",
            "{namnd} antar den lokala planen och avsätter {belopp} till dess genomförande.",
            "{namnd} ger förvaltningen i uppdrag att genomföra planen inom ramen för {belopp}.",
        ),
        r"handlingsplan|fördelning",
        ("granted", "planned_total"),
    ),
    "requisition": Matter(
        ("{grant}: rekvisition {ar}", "Rekvisition av medel för psykisk hälsa {ar}"),
        (
            "{kommunen} kan rekvirera stimulansmedel för {ar}. Firmatecknare ska skriva under rekvisitionen.",
            "Medlen för {ar} betalas ut först efter rekvisition. Hela utrymmet föreslås bli taget i anspråk.",
        ),
        (
            "{namnd} rekvirerar {belopp} för {ar}.",
            "Socialchefen får i uppdrag att rekvirera {belopp} före den sista september.",
        ),
        r"[Rr]ekvi|[Aa]nsök",
        ("requisitioned", "planned_total"),
    ),
    "control": Matter(
        ("Internkontrollplan {ar}", "Plan för intern kontroll {ar}", "Intern kontroll {ar} – riskanalys och plan"),
        (
            "Nämnden ska varje år besluta om en plan för sin interna kontroll. Förslaget bygger på höstens riskanalys.",
            "Förvaltningen har gått igenom nämndens risker och föreslår vilka av dem som ska granskas under {ar}.",
        ),
        ("{namnd} antar planen för intern kontroll {ar}.", "{namnd} godkänner internkontrollplanen."),
        r"[Rr]evisorerna",
    ),
    "consultation": Matter(
        ("Yttrande över remiss om ny socialtjänstlag", "Remissvar: stärkt stöd vid psykisk ohälsa", "Svar på remiss"),
        (
            "{kommunen} har fått en remiss från Socialdepartementet. Ett förslag till svar bifogas.",
            "Remisstiden går ut före nästa sammanträde. Ett förslag till yttrande har därför tagits fram.",
        ),
        ("{namnd} avger yttrandet som sitt eget.", "{namnd} överlämnar förslaget till yttrande till kommunstyrelsen."),
        r"remiss",
    ),
}
USUAL: Final[tuple[MatterName, ...]] = (*("report",) * 3, *("allocation",) * 2, "requisition", "control")
