"""The grammar of what a plan's own people undertake: "Under 2025 ska kommunen starta en mottagning".

An undertaking has them for its subject, or nobody in the passive with a time, and an act that is done and over: to be,
to have, to strive for something are none. In the present it has a time too ("Under våren 2025 utbildar elevhälsan ...",
"En referensgrupp bildas under året"). What the plan says of itself ("Planen revideras 2026") is none.
"""

import re

from extractors.numbers.years import find_years
from extractors.plans.phrases import OTHERS
from models.rows import Horizon

_STEMS = (
    r"(?:förvaltning|nämnd|enhet|tjänst|hälsa|omsorg|mottagning|(?<!mål)(?<!ålders)(?<!patient)grupp|team|klinik|central"
    r"|samordnare|handläggar|medarbetar|personal|chef|kurator|lärar|pedagog|konsulent|bibliotek|råd|utskott|psykiatri|vård|verksamhet|avdelning|skol|kontor|sektor|(?:kommun|region)styrelse)"
)
_PARTS = rf"{_STEMS}(?:en|et|n|arna|erna|orna|na|an|a)"
"""What the parts of a municipality or a region are called, by their last word in the definite."""
_OWN = (
    r"(?:vi|(?:(?:länets|regionens|områdets|samtliga|alla)\s+)?kommuner(?:na)?|kommunen|region(?:en|erna)|landstinget|länet"
    r"|staden|stadsdel(?:en|arna)|parterna|huvudmännen|förbundet|delregionen|styrelsen"
    rf"|(?:[\wåäö]+-\s+(?:och|eller)\s+)?[a-zåäö-]*{_PARTS}"
    rf"|(?:samtliga|alla|varje|respektive)\s+[a-zåäö-]*{_STEMS}(?:ar|er|or|a)?"
    r"|[A-ZÅÄÖ][\w-]+\s+(?:kommun|stad)|Region\s+[A-ZÅÄÖ]\w+)(?!\w)"
)
_BY = (
    r"(?:\s+(?:också|även|dessutom|därför|därmed|fortsatt|gemensamt|tillsammans|bland\s+annat|nu|årligen|successivt))*"
)
_WHEN = (
    r"(?:\s+(?:(?:under|från|från\s+och\s+med|senast|till|i\s+slutet\s+av|i\s+början\s+av|med\s+start)\s+)?"
    r"(?:(?:året|våren|hösten|sommaren|vintern|perioden|planperioden|vårterminen|höstterminen|kvartal\s+\d|[a-zåäö]+\s+(?=20))\s*)?"
    r"(?:20\d\d(?:\s*[-\u2013]\s*20\d\d)?)?\b)?"
)
_MODAL = rf"(?:ska|skall|(?:kommer|avser|planerar(?:\s+vi)?){_BY}\s+att)"
_TURNED_MODAL = rf"^(?P<time>\w[^.,:]{{2,60}}?)\s+(?:ska|skall|kommer|planerar|avser)\s+(?P<who>{_OWN})"
_TO_ACT = re.compile(rf"^{_OWN}(?:\s+(?:och|samt)\s+{_OWN})?{_BY}{_WHEN}\s+{_MODAL}{_BY}{_WHEN}\s*:?$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_ACTOR = re.compile(
    rf"(?!\w+skola$)(?:(?:social|teknisk|gemensam|lokal|kommunal|regional)[at]?\s+)?{_OWN}(?:\s+(?:och|samt)\s+{_OWN})?",
    re.IGNORECASE,
)
_STRAIGHT = re.compile(rf"^(?P<who>{_OWN}){_BY}\s+{_MODAL}{_BY}{_WHEN}{_BY}\s+(?P<act>ta\s+fram|\w+)")
_TURNED = re.compile(rf"{_TURNED_MODAL}{_BY}(?:\s+att)?{_BY}\s+(?P<act>ta\s+fram|\w+)")
_NO_ACT = re.compile(
    r"(?:vara|bli|ha|få|kunna|vilja|behöva|behövas|finnas|gälla|stå|utgå|präglas|ske|bidra|verka|sträva|påverkas?|innebära|omfattas?"
    r"|arbeta|samverka|ta|vilas?|känna|ses?|prioriteras?|beaktas?|följas?|användas?|redovisas?|rapporteras?|tillämpas?|ingå"
    r"|främjas?|leda|styras?|genomsyras?|upplevas?|erbjudas?|ansvara|möta|bemötas?"
    r"|minskas?|ökas?|förbättras?|halveras?)"
)
"""Verbs of a state or of a striving, and those that a plan uses of itself."""
_PRESENT = (
    r"(?P<act>(?:tar|ser)\s+(?:[\wåäö]+\s+){0,3}?(?:fram|över)|ger"
    r"|(?!(?:är|har|får|kan|ska|skall|vill|måste|behöver|gäller|står|utgår|bidrar|verkar|strävar|påverkar|innebär"
    r"|omfattar|arbetar|samverkar|vilar|ser|prioriterar|följer|använder|redovisar|rapporterar|ingår|främjar|leder|styr"
    r"|ansvarar|möter|bemöter|deltar|planerar|avser|kommer|visar|uppger|anser|bedömer|konstaterar|beskriver|söker|saknar"
    r"|uppgår|kostar|tillhör|avsätter|rekvirerar|fortsätter|satsar|bedriver|erbjuder)\b)\w{3,}r)\b"
)
"""A verb of an act in the present; what goes on, and what plans and reports do, is none."""
_AT_A_TIME = (
    r"(?:(?:under|från(?:\s+och\s+med)?|senast|med\s+start|i\s+(?:början|slutet)\s+av)\s[^.,:]{2,50}?|(?:våren|hösten"
    r"|sommaren|vintern)(?:\s+20\d\d)?)"
)
_NOW = re.compile(rf"^(?P<who>{_OWN}){_BY}\s+{_PRESENT}")
_THEN = re.compile(rf"^{_AT_A_TIME}\s+{_PRESENT}\s+(?P<who>{_OWN})")
_THEN_ALL = re.compile(
    rf"^{_AT_A_TIME}\s+(?:får|ges|erbjuds|bjuds)\s+(?:varje|alla|samtliga|var\s+och\s+en|\w+(?:arna|erna|orna|en|et))\b"
)
"""What each is given from a time on: "Från januari 2025 får varje skola en kontaktperson"."""
_OF_THE_PLAN = (
    r"(?:(?:\w+\s){0,2}\w*(?:planen|programmet|strategin|inriktningen|överenskommelsen|uppföljning(?:en)?|utvärdering(?:en)?"
    r"|rapport(?:en|er)?|redovisning(?:en)?|resultat(?:et|en)?|medlen|bidraget|bidragen|budgeten|beslut(?:et|en)?)\b"
    r"|(?:den|detta|denna|dessa)\s+\w+s\b)"
)
"""What the plan says of itself, or of what another sentence has told of: "Den presenteras i mars"."""
_PASSIVE = re.compile(
    rf"^(?!{_OF_THE_PLAN})[^.:]{{3,120}}?(?<!\bsom)\s+{_MODAL}{_BY}{_WHEN}{_BY}\s+(?P<act>\w+[aå]s)\b", re.IGNORECASE
)
_OF_PLAN_AGAIN = re.compile(
    rf"{_OF_THE_PLAN}[^.:]{{0,60}}?\s(?:följs|följas|utvärdera|revidera|redovisa|rapportera|uppdatera|stäms|lämnas)",
    re.IGNORECASE,
)
_DONE = (
    r"(?P<act>startar|öppnar|börjar|(?:tas|ses|dras)\s+(?:\w+\s+)?(?:fram|över|igång)|(?:genomför|inför|utför|gör|håll|sprid|bygg|lägg|anställ|utse"
    r"|knyt|sätt|höj|ge)s|(?!(?:finna|kräva|sakna|hoppa|anda|lycka|träffa|följa|använda|redovisa|rapportera|revidera|besluta"
    r"|anta|uppdatera|utvärdera|prioritera|omfatta|påverka|kalla|vänta|förvänta|beräkna|uppskatta|fördela|lämna|överlämna"
    r"|betala|presentera|förankra|publicera|betrakta|uppleva|behandla|baka|räkna|gälla)s\b)\w{2,}(?<!orn)(?<!arn)(?<!ern)(?<!ung)(?<!vuxn)as)\b"
)
"""What starts, or a verb in the present passive: most end in -as, which a plural in the genitive (-ornas) does too."""
_IS_DONE = re.compile(rf"^(?!{_OF_THE_PLAN})[^.:;]{{2,110}}?\s+{_DONE}", re.IGNORECASE)
_BEGINS = re.compile(
    rf"^(?!{_OF_THE_PLAN})(?:(?!(?:att|som|när|om|där|är|har|kan|bör|behöver|vid|sedan|ofta|ibland|vanligen|normalt)\s)[^\s.:;]+\s+)"
    r"{1,9}?(?P<act>påbörjas|startas|införs|inrättas|utökas|byggs\s+(?:ut|upp)|(?:tas|arbetas)\s+fram|tillsätts"
    r"|läggs\s+om|görs\s+om|bildas|öppnas|startas|anställs|rekryteras|utses|upphandlas|lanseras|upprättas|etableras)\b",
    re.IGNORECASE,
)
"""A verb of what is begun, in the present passive: it is still to be done, whether a time is told or not."""
_OWN_BEGIN = re.compile(
    rf"^(?P<who>{_OWN}){_BY}\s+(?P<act>börjar\s+(?:\w+\s+){{0,2}}?\w+a|startar|inför|bildar|öppnar|anställer|inrättar"
    r"|bjuder\s+in|tar\s+fram|får\s+i\s+uppdrag\s+att)\b"
)
"""The plan's own people begin something: it is still to be done, whether a time is told or not."""
_THEREFORE = re.compile(
    rf"^(?:därför|dessutom|samtidigt|sedan|därefter|för\s+att\s[^.,:]{{5,60}})\s+"
    rf"(?:{_PRESENT}\s+{_OWN}|(?:tar|ser|bygger|drar)\s+{_OWN}\s+(?:[\wåäö]+\s+){{0,4}}?(?:fram|över|upp|ut|i\s*gång)\b)"
)
_SINCE = re.compile(r"\b(?:sedan|redan|(?:har|är)\s+tidigare|i\s*dag|enligt)\b", re.IGNORECASE)
_SEASON = re.compile(
    r"\bunder\s+(?:året|våren|hösten|sommaren|vintern|planperioden|vårterminen|höstterminen|läsåret)\b|\b(?:i\s+)?(?:vår|höst)\b"
    r"|\b(?:i|under|från(?:\s+och\s+med)?|senast|till)\s+(?:(?:början|mitten|slutet)\s+av\s+)?(?:januari|februari|mars|april"
    r"|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_OF_THE_STATE = re.compile(
    r"\b(?!(?i:kommun|region|landstings|nät|regel|ram))\w*(?:styrelsen|verket|inspektionen|departementet)\b|\bSKR\b|\bSKL\b"
)
_STATE_WORDS = ("styrelsen", "verket", "inspektionen", "departementet", "SKR", "SKL")
"""One of them it holds: to look for them alone is soon done."""
_IN_THE_END = re.compile(r"\bpå\s+(?:(?:lång|längre|kort|kortare)\s+)?sikt\b", re.IGNORECASE)
_OF_ITS_PARTS = (
    r"(?:\w+\s+){0,3}?(?:punkter|åtgärder|aktiviteter|insatser|mål|delmål|åtaganden)(?:na|en)?\s+(?:ska|skall)\b"
)
"""What a plan says of all that it holds ("Samtliga punkter ska vara genomförda 2025")."""
_SHALL_REACH = re.compile(
    rf"^(?!{_OF_THE_PLAN}|{_OF_ITS_PARTS})[^.:]{{3,120}}?(?<!\bsom)\s+(?:ska|skall)\s+\w", re.IGNORECASE
)


def undertakes(sentence: str) -> bool:
    """Whether the sentence says, by its grammar, what the plan's own people are to do, once and at a time."""
    folded = sentence[:1].lower() + sentence[1:]
    if _is_of_others(sentence) or sentence.endswith((":", "?")):
        return False
    told = _match(_STRAIGHT, sentence, folded) or _match(_TURNED, sentence, folded)
    dated = _is_dated(sentence)
    if told is not None:
        return (dated or told["who"].lower() == "vi") and _is_act(told["act"])
    if not _SINCE.search(sentence) and _match(_BEGINS, sentence, folded):
        return True
    if not dated or _SINCE.search(sentence):
        passive = _PASSIVE.match(sentence)
        return dated and passive is not None and _is_act(passive["act"])
    if any(_match(pattern, sentence, folded) for pattern in (_NOW, _THEN, _THEREFORE, _THEN_ALL, _IS_DONE)):
        return True
    passive = _PASSIVE.match(sentence)
    return passive is not None and _is_act(passive["act"])


def is_to_act(lead: str) -> bool:
    """Whether the words before a list only say who of the plan's own people is to do what it lists: "Nämnden ska"."""
    return _TO_ACT.match(lead) is not None and not _is_of_others(lead)


def names_actor(heading: str) -> bool:
    """Whether a heading is the name of one of the plan's own people: "Socialnämnden", "Alla skolor"."""
    name = _NUMBER.sub("", heading.strip()).rstrip(":")
    return _ACTOR.fullmatch(name) is not None and not _is_of_others(name)


def tells_of_the_plan(sentence: str) -> bool:
    """Whether it says what becomes of the plan itself: "Planen följs upp i december"."""
    return _OF_PLAN_AGAIN.match(sentence) is not None


def promises(sentence: str) -> bool:
    """Whether it says what shall have been reached at a time or in the end: "Vi ska halvera antalet till 2030"."""
    when = _is_dated(sentence) or _IN_THE_END.search(sentence) is not None
    return when and not _is_of_others(sentence) and _SHALL_REACH.match(sentence) is not None


def horizon_in_the_end(sentence: str) -> Horizon:
    """The horizon of what shall be in the end ("På lång sikt ska ..."), or soon."""
    when = _IN_THE_END.search(sentence)
    if when is None:
        return "unspecified"
    return "short_term" if "kort" in when.group().casefold() else "long_term"


def _match(pattern: re.Pattern[str], sentence: str, folded: str) -> re.Match[str] | None:
    """A sentence's capital may be a name's or the sentence's own."""
    return pattern.match(sentence) or pattern.match(folded)


def _is_of_others(sentence: str) -> bool:
    if OTHERS.search(sentence) is not None:
        return True
    return any(word in sentence for word in _STATE_WORDS) and _OF_THE_STATE.search(sentence) is not None


def _is_dated(sentence: str) -> bool:
    mentions = find_years(sentence)
    return any(m.kind != "implausible" for m in mentions) or _SEASON.search(sentence) is not None


def _is_act(verb: str) -> bool:
    return _NO_ACT.fullmatch(verb) is None


def begins(sentence: str) -> bool:
    """Whether the plan's own people begin something, or all are given something from a time on, by its grammar."""
    folded = sentence[:1].lower() + sentence[1:]
    begun = _match(_OWN_BEGIN, sentence, folded) or (_match(_THEN_ALL, sentence, folded) and _is_dated(sentence))
    return bool(begun) and not (
        _is_of_others(sentence) or _SINCE.search(sentence) is not None or sentence.endswith((":", "?"))
    )
