"""The grant that a document is about, in the document's own words."""

import re
from collections.abc import Iterator, Sequence

_ENUMERATED = r",(?=\s[^.,;:()\n\d]{2,50}(?:,\s[^.,;:()\n\d]{2,50}){0,3}\s(?:och|samt|eller)\s)"
"""A comma between things that are told together: `för att motverka isolering, ohälsa och ensamhet`."""
_AGES = r"(?<![\d–-])\d{1,2}(?:\s?[–-]\s?\d{1,2})?(?=\s(?:år|åringar)\b)"
_GRANT = re.compile(
    r"\b(?P<name>(?:(?:riktade\s+|statliga?t?\s+)?bidrag|(?:stats|utvecklings|verksamhets|etablerings|projekt)bidrag"
    r"|(?:(?:regionala|statliga|riktade|särskilda)\s+)?(?:stimulans|utvecklings|projekt|prestations)?medel"
    r"|medlen(?=\s+för\s)|prestationsersättning|statliga?t?\s+stöd"
    r"|stöd(?=\s+till\s+riktade))(?:et|en)?\s+"
    rf"(?:(?:för\s+)?20\d\d\s+(?=för\s+att\b))?(?:för|till|att|avseende|inom)\s+(?:[^.,;:()\n–\d]|{_ENUMERATED}|{_AGES}){{8,110}}"
    rf"|(?:statsbidrag|stimulansmedel)(?:et|en)?\s+(?=psykiska?\s|suicid|personligt\s|brukar|ungdomsmottag)(?:[^.,;:()\n–\d]|{_ENUMERATED}){{8,110}})",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?P<name>uppdrag psykisk hälsa"
    r"|(?:stöd till riktade )?insatser inom (?:området )?psykisk hälsa(?:\s+och\s+suicidprevention)?(?:\s+20\d\d)?"
    r"|(?<=överenskommelsen\s)psykisk hälsa(?:\s+och\s+suicidprevention)?)",
    re.IGNORECASE,
)
"""What the state's yearly agreement calls its grant."""
_NAMING = ("bidrag", "medel", "ersättning", "stöd", "psykisk hälsa")
"""One of these is in the name of every grant: most texts have none, and are soon told."""
_STOP = re.compile(
    r"\s+(?:-\s|för\s*$|under\s*$|(?<!\d\s)år\s*$|av(?:seende|ser)?\s*$|i\s+\S+\s+(?:kommun|län)\b|som\b|har\b|kan\b|ska\b|ges\b"
    r"|beviljas\b|betalas\b|uppgår\b|är\b|var\b|och\s+(?:har|kan|ska|är)\b|från\s+[A-ZÅÄÖ]"
    r"|[A-ZÅÄÖ]\S+\s+(?:kommuns?|stads?)\b|(?:del|slut)?(?:redovisning|rapport)\b|återrapport).*$",
    re.DOTALL,
)
_OF_A_YEAR = re.compile(r"^(\w+)\s+20\d\d\s+(?=(?:för|till)\s)", re.IGNORECASE)
"""A year right behind the word is no part of the name: `statsbidrag 2024 för att ...`."""
_RECIPIENTS = re.compile(
    r"\btill\s+(?:kommuner|regioner|landsting|(?:ideella\s+)?organisationer|föreningar)\s+som\s", re.IGNORECASE
)
"""Whom a grant is for, by what they do: `statsbidrag till kommuner som bedriver ...` is named by it."""
_FULL_NAME = 5
"""Words from which on a title's grant is its full name; `medel för psykisk hälsa` is a short one."""
_A_GRANTS_WORD = re.compile(r"^(?:statsbidrag|stimulansmedel)", re.IGNORECASE)
_ALWAYS_A_GRANT = re.compile(
    r"^(?:statsbidrag|stimulansmedel|uppdrag|insatser|stöd till riktade insatser)", re.IGNORECASE
)
"""In running text `medel för att anställa` is no grant; with a capital letter inside a sentence it is a name."""


_TITLED = re.compile(
    r"\b(?:\w*(?:redovisning|redogörelse|rapport|rapportering|uppföljning)|rekvisition|ansökan)(?:en)?\s+"
    r"(?:av|för|om|avseende|till|gällande)\s+(?:användning(?:en)?\s+av\s+)?(?P<name>[^.,:;()\n–]{8,110})",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s*\b(?:(?:för|under|avseende)\s+)?(?:(?:verksamhets|kalender|läs)?år(?:et)?\s+|perioden\s+)?(?:19|20)\d\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"(?:projekt|arbete|hur\b|vad\b|det\b|den\b|de\b|\w*års\b|verksamhets?året|erhåll|bevilja|tilldela|utbetala|rekvirera"
    r"|statsbidrag|bidrag|medel|stimulansmedel|insatser\b|aktivitet|\w*plan(?:en|er)?\b|resultat|kommun|region)",
    re.IGNORECASE,
)
"""What a report can be of without that being a grant's name."""


_BEHIND_DASH = re.compile(
    r"^\w*(?:redovisning|redogörelse|rapport|rapportering|uppföljning|rekvisition|ansökan|redovisa|rekvirera|ansök)"
    r"(?:\s+(?:av\s+|om\s+)?(?:stats|stimulans)?(?:medel|bidrag))?(?:\s+20\d\d)?\s*[–:-]\s+"
    r"(?P<name>[^.,:;()\n–]{8,110})",
    re.IGNORECASE,
)
"""`Återrapportering – kvalificerade kontaktpersoner 2021`: a grant's name, or a project's."""


def behind_dash(title: str | None) -> str | None:
    """What stands behind the dash of a report's or an application's title, without its year."""
    match = _BEHIND_DASH.match(title or "")
    return _cut(_WHEN.sub("", match["name"])) or None if match is not None else None


def grant_titled(title: str | None) -> str | None:
    """What a report or an application is of, by its title, where no word for a grant stands before it.

    `Redovisning av verksamhet med personligt ombud år 2022` -> `verksamhet med personligt ombud`.
    """
    match = _TITLED.search(title or "")
    if match is None:
        return None
    name = _cut(_WHEN.sub("", match["name"]))
    whole = len(name.split()) > 1 or name.casefold().endswith("ersättning")
    return name if whole and not _NO_NAME.match(name) else None


def grant_named(title: str | None, subtitles: Sequence[str], lines: Sequence[str]) -> str | None:
    """The grant of the title, or else of the first page's headings or the first lines.

    A full name in these goes before a title's short one.
    """
    in_title = next((name for name, _ in _names(title or "")), None)
    if in_title is not None and len(in_title.split()) >= _FULL_NAME:
        return in_title
    under = [name for text in subtitles for name, _ in _names(text) if text.startswith(name)]
    found = [name for line in lines for name, inside in _names(line) if _ALWAYS_A_GRANT.match(name) or inside]
    full = [name for name in (*under, *found) if name[0].isupper() and len(name.split()) >= _FULL_NAME]
    return next(iter(full), None) or in_title or next(iter(found), None)


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """The grants that a text names, as they stand; True where one has a capital letter inside a sentence."""
    for match in _matches(text):
        name = _cut(match["name"])
        before = text[: match.start()].rstrip()
        if len(name.split()) > 1:
            yield name, name[0].isupper() and bool(before) and before[-1] not in ".:!?"


def _cut(name: str) -> str:
    """The name up to where something is said of the grant."""
    name = _OF_A_YEAR.sub(r"\1 ", name)
    recipients = _RECIPIENTS.search(name)
    begun = recipients.end() if recipients is not None else 0
    return re.sub(r"\s+", " ", name[:begun] + _STOP.sub("", name[begun:])).strip(" -–")


def _matches(text: str) -> list[re.Match[str]]:
    """What can be a grant's name: `statsbidrag för ...` whole, the agreement's grant out of `medel enligt ...`."""
    folded = text.casefold()
    if not any(word in folded for word in _NAMING):
        return []
    named, agreed = list(_GRANT.finditer(text)), list(_AGREEMENT.finditer(text))
    whole = [match for match in named if _A_GRANTS_WORD.match(match["name"])]
    own = [match for match in agreed if not any(_overlap(match, other) for other in whole)]
    rest = [match for match in named if match in whole or not any(_overlap(match, other) for other in own)]
    return sorted([*own, *rest], key=lambda match: match.start())


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
