"""Whether a sentence or a label tells of a whole grant, or only of a part of it or of another year."""

import re

from checks.tables.labels import folded

_GRANT = (
    r"(?:hela |det |de |den |årets |gemensamma |samtliga |alla |lokala )*(?:(?:läns\w* )?(?:stats)?bidrag\w*"
    r"|med(?:el|len)\b|stimulansm\w*|insatser\w*|åtgärder\w*|genomför\w*|(?:handlings)?plan\w*|arbetet|perioden|året|verksamhetsåret"
    r"|dess\b|psykisk|kommun\w*|\w+s kommun\w*|nämnd\w*|den lokala|(?:år )?(?:19|20)\d\d)"
)
"""What a grant is for as a whole: its own name, the plan, the year, the municipality."""
_TO = re.compile(rf"^[\s,]*(?:till|på|för|åt)\s+(?!{_GRANT})[a-zåäö]", re.IGNORECASE)
"""The sum goes to something: it is that thing's part."""
_BEGINS_WITH_PURPOSE = re.compile(rf"^(?:till|för|på)\s+(?!{_GRANT})", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:varav|därav|däribland|bland annat|av (?:detta|dessa|beloppet|summan)|till detta"
    r"|(?:den |denna )?(?:insatsen|aktiviteten|åtgärden|satsningen|kursen|utbildningen)s?\b|det här|\bhit\b"
    r"|per (?:år|månad|person|plats|tjänst|heltid\w*|invånare|deltagare|st\b)|årligen|vardera|respektive|därutöver"
    r"|dessutom|utöver|själva?\b|eg(?:en|et|na)\b(?! regi\b)|skjut(?:it|er|s) till|(?:egen|med|sam)finansier\w*"
    r"|(?:ordinarie|befintlig\w*) (?:budget|ram|medel)\w*|tillskott\w*"
    r"|hälften|tredjedel\w*|andel\w*"
    r"|ökning\w*|minskning\w*|skillnad\w*|ökade?|minskade?|sänkt\w*|höjd\w*|högst|maximalt"
    r"|(?:läns)?gemensam(?:t|ma)?\b(?! \w*nämnd)|samlad kostnad)\b"
    r"|^av (?:det|de|den) [^.]{0,60}\bavs(?:er|åg)\b",
    re.IGNORECASE,
)
_COSTS = re.compile(r"^(?P<thing>[^,.;:–]*)\bkosta(?:r|de|t|s|ts)?\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:total\w*|samman\w+|samtliga|tillsammans|alla|allt|hela|(?:in)?satsningarna|insatserna|åtgärderna|aktiviteterna"
    r"|stöden|(?:handlings)?plan(?:en|ens)?|arbetet|projektet|verksamheten|genomförandet|(?:stats)?bidrag\w*|medlen)\b",
    re.IGNORECASE,
)
"""What costs as much as the whole grant: of another thing the sentence tells what that thing cost."""
_COST_OF = re.compile(
    rf"\b(?:kostnad(?:en|erna)?|utgift(?:en|erna)?|utfall(?:et)?)\s+för\s+(?!{_GRANT})(?P<thing>[a-zåäö][^,.;:]*)$",
    re.IGNORECASE,
)
"""What a thing cost is no more than that thing's part, be it told of in the sentence before: `Kostnaden för kursen`."""
_REST = re.compile(r"\b(?:rest(?:en|erande|erna)|återst(?:oden|ående))\b[^.;]*$", re.IGNORECASE)
_CHANGE = re.compile(r"^[\s\w]{0,12}\b(?:mer|mindre|högre|lägre|fler|färre) än\b", re.IGNORECASE)
"""The sum is how much more or less than another one."""
_OTHER_YEAR = re.compile(
    r"föregående|\bförra\b|året (?:innan|före)\b|\bi fjol\b|fjolår|\btidigare\b(?! än\b)|\bhittills\b"
    r"|ingående|nästa år|kommande år|fördes .*vidare",
    re.IGNORECASE,
)
_AGAINST_A_YEAR = re.compile(r"\b(?:än|jämfört med|mot)\s+(?:år\s+)?(?:19|20)\d\d\b[^.;]{0,40}$", re.IGNORECASE)
"""What stands before another year's sum: `120 000 kronor mindre än 2021, då 985 000 kronor användes`."""
_PROVISIONAL = re.compile(
    r"preliminär|\bprognos|delårs(?:rapport|bokslut)|ursprunglig|tidigare redovis|\b(?:före|innan) rättelse",
    re.IGNORECASE,
)
_ODD_GROUPS = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})*[ .\u00a0\u202f]\d{2}(?!\d)(?!,)")
_DIGITS_BEFORE = re.compile(r"(?<!\d)\d{1,3}[ \u00a0\u202f]$")
_WAIVED = re.compile(r"\bavstår\b|\bavstå\b")
_NOTHING_WAIVED = re.compile(r"(?:nej|ej aktuellt|inte aktuellt)\b")
_POSTS = re.compile(r"tjänst|befattning|heltid|\bposter?\b|anställning", re.IGNORECASE)
_OWN = re.compile(r"egen\b|egna\b|övrig\w* finansier|och egen|samlad|\bandra\b|annan finans", re.IGNORECASE)
_SUM_WORDS = re.compile(
    r"=|\b(?:summa|totalt|totala?|totalsumma|sammanlagt|s:a|fördela(?:de|t)|planera(?:t|de)|avsatt[a]?|använt?|använda"
    r"|förbrukat|förbrukade|medel|belopp(?:et)?|summan|kostnad(?:er)?|utfall|budget|insatser|satsningar|aktiviteter"
    r"|samtliga|alla|kr|tkr|mnkr|kronor|till|av|bidraget|för|året|(?:19|20)\d\d)\b|[\W_]+"
)


def is_narrowed(sentence: str, amount: str) -> bool:
    """True where the sentence says that the sum is a part of the grant, or holds more than the grant.

    It goes to something that is neither the grant, the plan, the year nor the municipality, or is what such a thing
    cost; or it is told of one initiative, by the year or head, of own money, of a change.
    """
    before, _, after = sentence.partition(amount)
    if _PART.search(sentence) or _BEGINS_WITH_PURPOSE.match(before):
        return True
    costs = _COSTS.search(before)
    if costs is not None and not _OF_ALL.search(before):
        return True
    if _AGAINST_A_YEAR.search(before):
        return True
    return bool(_TO.match(after) or _CHANGE.match(after)) or before.rstrip().endswith("(")


def is_cost_of_a_thing(sentence: str, amount: str) -> bool:
    """True where the sentence says what one thing cost, and not what all did."""
    told = _COST_OF.search(sentence.partition(amount)[0])
    return told is not None and not _OF_ALL.search(told["thing"])


def is_the_rest(sentence: str, amount: str) -> bool:
    """True for the sum of what is over when other things have had theirs."""
    return _REST.search(sentence.partition(amount)[0]) is not None


def goes_to_a_purpose(sentence: str, amount: str) -> bool:
    """True where the sum goes to something, and nothing else in the sentence narrows it: no own money, no change."""
    _, _, after = sentence.partition(amount)
    return bool(_TO.match(after)) and not (_PART.search(sentence) or is_other_year(sentence) or _CHANGE.match(after))


def is_other_year(words: str) -> bool:
    """True where a sum is said to be another year's."""
    return bool(_OTHER_YEAR.search(words))


def is_provisional(words: str) -> bool:
    """True where a sum is said to have been told before it was final: a forecast, what was corrected later."""
    return bool(_PROVISIONAL.search(words))


def is_account_label(label: str) -> bool:
    """False for a form's line that tells of own or other money, beside or together with the grant."""
    return not _OWN.search(label)


def is_bare_total(label: str) -> bool:
    """True for Summa, Totalt, Fördelade medel: the label names no part that it would be the sum of."""
    return not _SUM_WORDS.sub("", folded(label))


def is_misprinted(words: str, amount: str) -> bool:
    """True for `1 852 46` and `63 32`: a digit is missing, which form.amount says, and what was meant is not known."""
    before = words.partition(amount)[0] if amount in words else ""
    return _ODD_GROUPS.match(amount) is not None or _DIGITS_BEFORE.search(before) is not None


def says_nothing_waived(label: str, answer: str | None) -> bool:
    """True where a form asks whether the rest of the grant is waived, and is told no."""
    return bool(_WAIVED.search(folded(label)) and _NOTHING_WAIVED.match(folded(answer)))


def names_posts(headings: str) -> bool:
    """True where a table's headings speak of posts."""
    return _POSTS.search(headings) is not None
