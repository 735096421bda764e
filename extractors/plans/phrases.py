"""How the sentences of a plan's running text are known: lead-ins to lists, whose goals they are, costs, lines of time.

A lead-in announces goals or activities for the list below it. Goals of others (a strategy, the state's agreement)
are told of in the same words and are none of the plan's own.
"""

import re

from extractors.numbers.years import find_years

GOAL_LEAD_IN = re.compile(
    r"\b(?:övergripande\s+)?(?:målsättning(?:en|ar|arna)?|mål(?:en|et)?)\b[^.]{0,80}\b(?:är|följande)\b[^.]*:$"
    r"|\b(?:har|antar|sätter|formulerar)\b[^.:]{0,40}\b(?:\w{0,15}mål|målsättningar)\s*:$",
    re.IGNORECASE,
)
ACTIVITY_LEAD_IN = re.compile(
    r"(?:\b(?:följande)\b[^.]{0,60}\b(?:aktiviteter|insatser|åtgärder)\b"
    r"|\b(?:aktiviteter|insatser|åtgärder)\b[^.]{0,60}\b(?:genomförs|genomföras|planeras|är följande)\b"
    r"|^för att (?:upp)?nå (?:målet|målen|detta)\b|^(?:\w+\s+){0,4}ska vi\b"
    r"|^vi (?:ska|kommer att|planerar att)\b)[^.]*:$|\b(?:åtar\s+sig|får\s+i\s+uppdrag|har\s+i\s+uppdrag)\s+att\s*:?$"
    r"|^uppdrag\s+till\s[^.]{3,60}$",
    re.IGNORECASE,
)
INDICATOR_LEAD_IN = re.compile(
    r"\b(?:mått(?:en)?|mätetal|nyckeltal(?:en)?|indikatorer(?:na)?)\b[^.:]{0,60}:$"
    r"|^(?:(?:mål(?:et|en)|detta|utvecklingen|resultatet|effekten)\s+(?:följs(?:\s+upp)?|mäts)|vi\s+(?:följer|mäter))\b[^.:]{0,60}:$",
    re.IGNORECASE,
)
_OF_GOALS = (
    r"(?:o?förändra|omformulera|formulera|fastställ|besluta|antag|framtag|uppsatt|satt[a]?\b|(?:delvis\s+)?uppfyll|uppnå"
    r"|(?:ännu\s+)?(?:inte\s+)?nå(?:dd|tt)|desamma|samma\s+som|hämta|koppla|anpassa|revidera|justera|bearbeta|baserad|grundad"
    r"|indela|uppdela|delade\s+i|knutna)"
)
"""What is told of goals and is none itself: "Målen är oförändrade", "Målet är uppnått"."""
TOLD_GOAL = re.compile(
    r"^(?:det|vårt|våra|ett|satsningens|arbetets|insatsens|kommunens|regionens)?\s*(?:övergripande\s+|gemensamma\s+)?"
    r"(?P<horizon>långsiktiga?\s+|kortsiktiga?\s+)?(?:mål(?:et|en)?|målsättning(?:en)?)\s+"
    rf"(?P<whose>(?:med|för)\s[^.]{{3,90}}?\s)?är(?!\s+{_OF_GOALS})(?:\s+att)?\s+(?P<goal>[^.]{{15,}}\.?.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that begins by saying what the goal is: "Det långsiktiga målet med stödet är att alla elever ..."."""
ANNOUNCED_GOAL = re.compile(
    r"^[^.:]{0,60}\b(?:har|är|gäller|finns|lyder|satt|sätter|formulerat|antagit)\b[^.:]{0,60}\b"
    r"(?:\w*mål|målet|målsättning(?:en)?)\b[^.:]{0,40}:\s+(?P<goal>[A-ZÅÄÖ][^:]{15,})$",
    re.IGNORECASE,
)
"""A sentence that says after a colon what the goal is: "Planen har ett övergripande mål: Ingen ska ..."."""
WANTED = re.compile(
    r"^(?:vi|kommunen|regionen|länets\s+(?:aktörer|kommuner))\s+vill\s+(?:att|se|nå|uppnå)\s+[^.]{15,}"
    r"|^(?:det|vad)\s+vi\s+(?:eftersträvar|strävar\s+efter|vill(?:\s+(?:se|nå|uppnå))?|siktar\s+mot|hoppas)\s+är\s+att\s+[^.]{15,}"
    r"|^(?:vi|kommunen|regionen|länet|området|satsningen|insatsen|planen|programmet|projektet)\s+har\s+(?:som|till)"
    r"\s+(?:övergripande\s+)?mål(?:sättning)?\s+att\s+[^.]{15,}"
    r"|^(?:vår\s+)?(?:ambition|strävan|förhoppning|önskan|avsikt)(?:en)?(?:\s+med\s[^.]{3,60}?)?\s+är\s+att\s+[^.]{15,}",
    re.IGNORECASE,
)
"""A paragraph that begins by saying what is wanted: "Vi vill att fler vågar be om hjälp"."""
OTHERS = re.compile(
    r"(?<!^)strateg|^strategi(?!\w*\s+\d)\w*|överenskommels|nationell|regering|agenda|\blag(?:en|ar)?\b|förordning|målbild|\bstat(?:en|lig)|politik|konvention|riksdag|riktlinje|utredning|\bHÖK\b|myndighet",
    re.IGNORECASE,
)
"""Whose goals they are, where a lead-in tells of somebody else's; "Strategi 2. Arbete" counts the plan's own."""
ENDS_SECTION = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:bakgrund|syfte|utgångspunkt|förord|inledning|introduktion|sammanfattning|uppföljning|utvärdering|bilag|referens|källor|organisation)",
    re.IGNORECASE,
)
OF_THE_PLAN_ITSELF = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:varför\b|om\s+(?:denna\s+|den\s+här\s+)?\w*(?:planen?|programmet|dokumentet)\b"
    r"|vad\s+(?:säger\s+lag|som\s+inte|planen\s+inte|händer\s+(?:sedan|efter))|(?:hur|så)\s+(?:här\s+)?(?:gick\s+det\s+till|läser"
    r"|(?:har\s+)?\w*(?:planen|programmet)\s+(?:har\s+)?(?:kom|tagits|togs|arbetats|gjorts|läses|används|hålls))"
    r"|läsanvisning|läs\s+detta|avgränsning|förankring|definition|begrepp|ord\s+(?:och|vi)\b)",
    re.IGNORECASE,
)
"""Headings over what a document tells of itself: why there is a plan, how it came about, what comes after it."""
INITIATIVES = re.compile(r"\b(?:insats|satsning)", re.IGNORECASE)
SUM = re.compile(r"\d[\d\s.,\u00a0]*(?::-|(?:kr|kronor|tkr|mnkr|mkr|tusen|miljon(?:er)?)\b)", re.IGNORECASE)
"""A sum of money: prose that states one says what something costs, not what is to be reached or measured."""
TELLS_COST = re.compile(
    r"\b(?:kräv|kosta|avsätt|avsatt|planera|sammanlagt|totalt|samlade|beräkna|bevilja|fördela|finansiera|uppgår)",
    re.IGNORECASE,
)
LEADS = re.compile(r":$|\b(?:att|följande|genom|ska|skall)$", re.IGNORECASE)
"""How a lead-in to a list ends ("Arbetet syftar till att")."""
NUMBERED = re.compile(
    r"(?:aktivitet|åtgärd)\s+[A-ZÅÄÖ]?\d{1,3}(?:\.\d+){0,2}(?:\s*[.:)]\s|\s+(?=(?-i:[A-ZÅÄÖ])))", re.IGNORECASE
)
"""A numbered activity before its text, which a sign or a capital begins: no sentence that tells of it begins so."""
CODE = r"(?:[A-ZÅÄÖ]{1,2}\.?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2}){1,3})"
"""What counts goals or activities before their text: "M1 Alla unga ...", "Å2.3: Starta ...", "1.2.1 Utbilda ..."."""


def years_announced(text: str) -> tuple[int, int] | None:
    """The years that a lead-in gives the list below it ("Under 2025 genomförs följande aktiviteter:")."""
    mentions = [m for m in find_years(text) if m.kind in ("year", "range")]
    return (mentions[0].first, mentions[0].last) if len(mentions) == 1 else None
