"""Titles that call a document a plan of some kind: "Folkhälsoplan 2026", "Program mot våld", "Stöd till unga – plan".

There are as many names as plans. The word itself tells, in its indefinite form: "folkhälsoplanen" is another document.
"""

import re

_OTHER_PLANS = (
    r"detalj|översikts|läro|kurs|studie|tids?|vård|genomförande|kontroll|ekonomi|flerårs|kris|beredskaps|resurs|bygg|bostads"
    r"|trafik|miljö|avfalls|schema|lokal|arbetsmiljö|rehabiliterings?|informationshanterings|dokumenthanterings"
)
"""Before "plan": what is planned is land, teaching, one person's care, money or paper."""
_PLAN = re.compile(
    rf"(?<![\w-])(?!(?:{_OTHER_PLANS})plan)(?:[a-zåäö-]{{2,}})?plan(?![\w-])"
    r"|[–-]\s+inriktning(?![\w-])|(?<![\w-])(?:[a-zåäö-]{2,})?(?:program|strategi)(?=\s+(?:för|mot|kring|över|med|20\d\d)\b|\s*$)",
    re.IGNORECASE,
)
_ABOUT_PLAN = re.compile(
    r"\b(?:uppfölj|utvärder|redovis|återrapport|rapport|revider|bokslut|förslag|antagande|beslut|yttrand|remiss|analys|underlag"
    r"|utkast|mall|granskning|nationell|regeringen|myndighet|protokoll|svar\b|berättelse|information|inbjudan|utbildning"
    r"|konferens|dagordning)",
    re.IGNORECASE,
)
"""The title is of something that is said of a plan, or of a plan of the state's."""


def is_called_plan(title: str) -> bool:
    """Whether a document of this title is, by its words, a plan; its make is not looked at."""
    return _PLAN.search(title) is not None and _ABOUT_PLAN.search(title) is None
