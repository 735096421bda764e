"""What class a document is, by the words of its title, headings, running heads and text, and by its skeleton."""

import itertools
import math
import re
from collections.abc import Sequence

from extractors.documents.letterheads import is_memo_head
from extractors.documents.memo_parts import is_memo_part, proposes_with_parts, unnumbered
from extractors.documents.plan_content import states_plan
from extractors.documents.plan_titles import is_called_plan
from extractors.forms.questions import asks
from extractors.forms.spans import forms_in
from extractors.plans.column_roles import column_roles, is_plan_table
from extractors.plans.heads import leading_head
from extractors.plans.section_rows import section_rows
from extractors.remembered import remembered
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, Table
from models.rows import DocType

CLASSES: tuple[tuple[DocType, re.Pattern[str]], ...] = (
    (
        "internal_control_plan",
        re.compile(
            r"intern(?:a |-| )?kontroll(?:s|-| )?(?:plan|arbete)|plan(?:en)? för (?:den |nämndens )?interna? ?kontroll"
            r"|^intern ?kontroll(?:en)?(?: 20\d\d)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "grant_application",
        re.compile(
            r"^(?:\w*bidrags|projekt)?ansökan\b|ansökan om (?:statsbidrag|medel|bidrag)|rekvisition av"
            r"|^rekvisition(?:sblankett|sunderlag)?\s+\S"
            r"|^(?:rekvirera|ansök(?: om)?|sök)\s[^.]*(?:bidrag|medel)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "grant_report",
        re.compile(
            r"^(?:åter)?(?:redovisa|rapportera)\s[^.]*(?:bidrag|medel)\b"
            r"|redovisning (?:av|för) (?:habiliterings|prestations)ersättning"
            r"|^redovisning$|^redovisning\s*[:–—-]\s[^.]*(?:bidrag|medel)|återrapport(?:ering)?\b|återredovisning|delredovisning"
            r"|redovisning (?:av|för) [^.]*(?:bidrag|medel|arbete|insatser|aktivitet|satsning)|^slutrapport\b"
            r"|^enkät\b.*(?:bidrag|med(?:el|len)\b)|\bså använde[sn]?\b.*(?:bidrag|med(?:el|len)\b)"
            r"|uppföljning(?: 20\d\d)? (?:av|[–-]) (?:\w+ )?(?:(?:stats)?bidrag|\w*medel\b)"
            r"|(?:bidrag|medel)[^.]* [–-] redovisning"
            r"|\b(?:verksamhets|års|läges|halvårs)(?:rapport|berättelse|redovisning)\b[^.]*(?:bidrag|medel)"
            r"|(?:ekonomisk redovisning|ekonomisk redogörelse)|slutredovisning|redovisning av statsbidrag",
            re.IGNORECASE,
        ),
    ),
    (
        "action_plan",
        re.compile(
            r"handlingsplan(?:en)?\b|länsplan|lokal(?:a)? (?:satsningar|plan)\b|åtgärdsplan|aktivitetsplan"
            r"|planerade (?:insatser|satsningar|aktiviteter|åtgärder)(?: (?:för|under|inför))?(?: år)? 20\d\d"
            r"|verksamhetsplan för psykisk|suicidprevention\w*plan|suicidpreventi\w*\s+(?:plan|program)\b"
            r"|^(?:[\w-]+ )?(?!\w*kontroll)\w*plan(?:en)? (?:(?:för|mot|över) (?:[\w-]+ ){0,6}"
            r"(?:psykisk|suicid|självmord)|(?:[\w-]+ ){0,3}(?:psykisk o?hälsa|suicid|självmord))",
            re.IGNORECASE,
        ),
    ),
    (
        "direction",
        re.compile(r"^inriktning\b|\bgemensam inriktning\b|\binriktning för\b|\binriktningsdokument", re.IGNORECASE),
    ),
    (
        "memo",
        re.compile(
            r"tjänsteskrivelse|ordförandeförslag|^(?:ordförandens förslag|förslag till beslut)"
            r"|protokollsutdrag|remissvar|^yttrande|^beslut (?:om|gällande|angående) [^.]*(?:bidrag|medel)",
            re.IGNORECASE,
        ),
    ),
)
_TITLE_WEIGHT, _SUBTITLE_WEIGHT, _HEADING_WEIGHT, _RUNNING_WEIGHT, _BODY_WEIGHT = 6.0, 3.0, 2.0, 1.5, 0.3
_CALLED_PLAN_WEIGHT = 3.0
"""Of a title, or a line right below it, that calls it some plan or other and says no class in its own words."""
_SUBTITLES, _LONGEST_SUBTITLE = 2, 90
"""Lines right below a title that may go on with it, and their letters: `Länsgemensam handlingsplan 2018`."""
_MANY_HEADINGS = 3
"""One word in many headings counts at most this many times."""

_OF_ITSELF: tuple[tuple[DocType, re.Pattern[str]], ...] = (
    (
        "grant_report",
        re.compile(r"\b(?:denna|den här)\s+(?:redovisning|återrapportering)|godkänn\w+\s+redovisning", re.IGNORECASE),
    ),
    ("action_plan", re.compile(r"\b(?:denna|den här|här)\s+(?:\w+\s+)?handlingsplan", re.IGNORECASE)),
    (
        "direction",
        re.compile(r"\b(?:denna|den här)\s+inriktning|\binriktningen\s+(?:är|utgår|tar)", re.IGNORECASE),
    ),
)
"""How a document speaks of itself."""
_ITSELF_WEIGHT = 2.5
_GIVEN = r"(?:bidrag(?:et)?|medel|medlen)\b"
_USED = r"\b(?:använ(?:ts?|de)|finansierats?|bidragit|förbruka(?:ts?|de?))\b"
_OF_USE = re.compile(rf"{_GIVEN}[^.]*{_USED}|{_USED}[^.]*{_GIVEN}", re.IGNORECASE)
"""What a report's questions are about; an application asks what a grant shall be used for."""
_REPORTS = re.compile(
    r"\b(?:\w*redovisning|\w*redogörelse|\w*rapport(?:ering)?|verksamhetsberättelse|\w*uppföljning|utvärdering)\b",
    re.IGNORECASE,
)
"""Words for reports of all kinds; of a grant's where the text or an account in it tells that one was used."""
_GRANT_ROW = re.compile(
    r"(?:(?:erhållet|beviljat|utbetalt)\s+)?(?:stats|stimulans)?(?:bidrag|medel)(?:et|en)?\b(?! (?:och|samt)\b)",
    re.IGNORECASE,
)
_COST = re.compile(r"kostnad|utgift|förbruk|använ[dt]|utfall", re.IGNORECASE)
_ABOUT_USE, _USE_WEIGHT = 2, 3.0
"""So many questions about what a grant was used for make a form a report; one does in a survey."""
_ENOUGH_GOALS = 2
_RISK = re.compile(r"riskvärde|sannolikhet", re.IGNORECASE)
_BY_MAKE, _BY_CONTENT = 0.95, 0.7
"""How sure a class is that a document's make tells, and one that only its goals and activities tell."""
_TELLS_OF_MANY = re.compile(
    r"handlingar till sammanträde|^kallelse\b|föredragningslista|^(?:sammanträdes|nämnd|mötes)?protokoll\b"
    r"|^(?:minnes|mötes)anteckningar\b|^(?:års|delårs)(?:redovisning|rapport|bokslut)\b|^mål och budget\b|^budget\b"
    r"|^revisionsrapport\b|^granskning av\b",
    re.IGNORECASE,
)
"""A list of matters names them all; minutes, accounts and budgets tell of plans that are others."""
_OF_ONE_GRANT = re.compile(
    r"^årsrapport\b[^.]*\b(?:\w*bidrag(?:et)?|(?:\w+s)?medel|medlen)\b(?! och)[^.]*\bför\b", re.IGNORECASE
)
"""A year's report of what one grant was used for, and not of all that an organisation did."""
_PAPER = re.compile(
    r"^(?:\w*protokoll\b|\w*anteckning(?:ar)?\b|kallelse\b|dagordning\b|föredragningslista|(?:delgivning|inbjudan|skrivelse"
    r"|(?:deltagar|delgivnings|närvaro|ärende|kontakt|check)\w*lista)\b|(?:lista|förteckning|sammanställning)\s(?:av|över)\b"
    r"|blankett\b|(?:delegations|delegerings)\w*|rekvisition\b|bilaga\b|årsrapport\b|delårs"
    r"|(?:månads|tertial|kvartals|vecko)(?:rapport|uppföljning)|överenskommelse\b|avtal\b|svar på\b|enkät\b)",
    re.IGNORECASE,
)
"""Papers that a packet binds beside those of the classes."""
_REMISS = re.compile(
    r"\bremiss(?:en|yttrande|svar)?\b|\bremissvar\b|\byttrande över\b|\bsynpunkter på\b.*\b(?:SOU|Ds)\b", re.IGNORECASE
)


def class_of(blocks: Sequence[Block], title: str | None) -> tuple[DocType, float]:
    """The class whose words weigh most, in title, headings, running heads and text, in that order of weight.

    With how sure it is, 0 to 1: by how much it outweighs the next one, or by what the document is made of.
    """
    if title and _TELLS_OF_MANY.search(title) and not _OF_ONE_GRANT.search(title):
        return "other", _BY_MAKE
    if title and _REMISS.search(title):
        return ("memo" if _is_memo(blocks) else "other"), _BY_MAKE
    if _is_memo(blocks):
        return "memo", _BY_MAKE
    scores = _scores(blocks, title)
    best, second = sorted(scores, key=lambda t: -scores[t])[:2]
    if scores[best] < _HEADING_WEIGHT:
        if not (title and names_paper(title)) and states_plan(blocks):
            return "action_plan", _BY_CONTENT
        return "other", round(1 - scores[best] / (2 * _HEADING_WEIGHT), 2)
    return best, round(1 / (1 + math.exp(-(scores[best] - scores[second]) / _HEADING_WEIGHT)), 2)


def _scores(blocks: Sequence[Block], title: str | None) -> dict[DocType, float]:
    scores: dict[DocType, float] = {}
    headings = [unnumbered(b.text) for b in blocks if isinstance(b, Heading)]
    running = [b.text for b in blocks if isinstance(b, Note) and b.note == "running_head"]
    below = _subtitles(blocks, title)
    body = [b.text for b in blocks[:120] if isinstance(b, Paragraph | ListItem)]
    for doc_type, _ in CLASSES:
        scores[doc_type] = (
            (_TITLE_WEIGHT if title and doc_type in classes_named(title) else 0)
            + _SUBTITLE_WEIGHT * _naming(doc_type, below, 1)
            + _HEADING_WEIGHT * _naming(doc_type, headings, _MANY_HEADINGS)
            + _RUNNING_WEIGHT * _naming(doc_type, running, 2)
            + _BODY_WEIGHT * _naming(doc_type, body, 5)
        )
    text = "\n".join(b.text for b in blocks if isinstance(b, Paragraph | ListItem))
    for doc_type, pattern in _OF_ITSELF:
        scores[doc_type] += _ITSELF_WEIGHT if pattern.search(text) else 0.0
    is_called = title is not None and any(map(is_called_plan, (title, *below))) and not names_class(title)
    scores["action_plan"] += _CALLED_PLAN_WEIGHT if is_called else 0.0
    plan = _plan_evidence(blocks) + _skeleton_evidence(blocks)
    is_named = is_called or (title is not None and dict(CLASSES)["action_plan"].search(title) is not None)
    forms = [] if plan or is_named else forms_in(blocks)
    scores["action_plan"] = 0.0 if forms else scores["action_plan"] + plan  # questions about a plan are none
    asked = (b.text for form in forms for b in form if isinstance(b, Heading | Paragraph | ListItem) and asks(b.text))
    enough = 1 if "enkät" in (title or "").casefold() else _ABOUT_USE
    scores["grant_report"] += _USE_WEIGHT if _holding(_OF_USE, list(asked), enough) == enough else 0.0
    if title is not None and _REPORTS.search(title) and (_OF_USE.search(text) or _accounts(blocks)):
        scores["grant_report"] = max(scores["grant_report"], _USE_WEIGHT)
    return scores


def _accounts(blocks: Sequence[Block]) -> bool:
    """True where tables account for a grant: a row is the grant itself, and a head or a row speaks of costs."""
    texts = [c.text for b in blocks if isinstance(b, Table) for c in b.cells if c.role == "header" or c.col == 0]
    texts += [b.text for b in blocks if isinstance(b, Table)]
    return any(map(_GRANT_ROW.match, texts)) and any(map(_COST.search, texts))


def _subtitles(blocks: Sequence[Block], title: str | None) -> list[str]:
    """The lines of text right below the title, before the first heading and the first sentence."""
    own = [b for b in blocks if not isinstance(b, Note)]
    at = next((n for n, b in enumerate(own) if title and isinstance(b, Heading) and b.text.endswith(title)), None)
    if at is None:
        return []
    lines = itertools.takewhile(
        lambda b: isinstance(b, Paragraph | Heading) and len(b.text) <= _LONGEST_SUBTITLE and b.text[-1:] not in ".:?",
        own[at + 1 : at + 1 + _SUBTITLES],
    )
    return [b.text for b in lines]


def _naming(doc_type: DocType, texts: Sequence[str], most: int) -> int:
    """How many of the texts hold the class's words; no more than `most` count."""
    return min(most, sum(doc_type in classes_named(text) for text in texts))


def _holding(pattern: re.Pattern[str], texts: Sequence[str], most: int) -> int:
    """How many of the texts hold the words; no more than `most` are looked for."""
    return sum(1 for _ in itertools.islice(filter(pattern.search, texts), most))


def _is_memo(blocks: Sequence[Block]) -> bool:
    """True for a memo by its letterhead, or where a proposed decision stands with a memo's other parts.

    What a memo is about names its title: an application, a report, a plan. So no form, plan or table of risks follows.
    Its parts may be named in the margin, and look like a form's labels there.
    """
    in_margin = any(isinstance(b, Answer) and is_memo_part(b.label) for b in blocks)
    labels = [b.label for b in blocks if isinstance(b, Answer)] if in_margin else []
    heads = [*(b.text for b in blocks if isinstance(b, Heading)), *labels]
    if not (proposes_with_parts(heads) or is_memo_head(blocks)):
        return False
    tables = [b for b in blocks if isinstance(b, Table)]
    risks = any(_RISK.search(c.text) for t in tables for c in t.cells if c.role == "header")
    own = [b for b in blocks if not isinstance(b, Answer)] if in_margin else blocks
    return not (forms_in(own) or risks or _plan_evidence(blocks) or _skeleton_evidence(blocks))


def names_class(text: str) -> bool:
    """True for words by which titles say what a document is."""
    return any(pattern.search(text) for pattern in (*dict(CLASSES).values(), _REMISS))


def names_paper(text: str) -> bool:
    """True for the title of a paper that is of no class, or of a form of one: minutes, lists, invitations."""
    return _PAPER.match(unnumbered(text)) is not None


@remembered
def classes_named(text: str) -> frozenset[DocType]:
    """The classes that the words of a title, or of another text, name."""
    return frozenset(kind for kind, pattern in CLASSES if pattern.search(text))


def names_another_class(one: str | None, other: str) -> bool:
    """True where both titles name classes, and none of them the same one."""
    said, anew = classes_named(one or ""), classes_named(other)
    return bool(said and anew) and not said & anew


def _plan_evidence(blocks: Sequence[Block]) -> float:
    """Weight of a table whose rows are initiatives with goals: a local plan, whatever it calls itself."""
    return 3.0 if any(_has_goals_and_acts(block) for block in blocks if isinstance(block, Table)) else 0.0


def _has_goals_and_acts(table: Table) -> bool:
    """Whether the rows have goals and activities, in columns of their own or goals over the activities' rows."""
    roles = column_roles(table)
    held = set(roles.values())
    if not is_plan_table(roles) or "activity" not in held:
        return False
    return (
        "goal" in held
        or sum(row.heads == "goal" for rows in section_rows(table).values() for row in rows) >= _ENOUGH_GOALS
    )


def _skeleton_evidence(blocks: Sequence[Block]) -> float:
    """Weight of heads that open goals and activities, as only a plan has them, again and again."""
    short = [b.text for b in blocks if isinstance(b, Heading) or (isinstance(b, Paragraph) and len(b.text) < 300)]
    heads = [h for text in short if (h := leading_head(text)) is not None]
    goals = sum(1 for h in heads if h.kind == "goal")
    activities = sum(1 for h in heads if h.kind in ("activity", "numbered_activity"))
    return 4.0 if goals >= 2 and activities >= 2 else 0.0
