"""What the tie-out rules share: two statements of one fact weighed against each other, and the finding's form."""

from collections.abc import Mapping, Sequence

from checks.arithmetic import Arithmetic, Regime
from checks.ties.wholes import Role, Whole
from checks.violation import EvidenceItem
from checks.wording import Argument, Bilingual

ROLE_NAMES: Mapping[Role, Bilingual] = {
    "granted": Bilingual(sv="beviljat eller mottaget", en="granted or received"),
    "requisitioned": Bilingual(sv="sökt eller rekvirerat", en="applied for or requisitioned"),
    "planned": Bilingual(sv="planerat", en="planned"),
    "spent": Bilingual(sv="använt", en="spent"),
    "remaining": Bilingual(sv="kvar", en="remaining"),
}

TIE_MESSAGES: Mapping[str, Bilingual] = {
    "exact": Bilingual(
        sv="Beloppen räknas som exakta: ingen avrundning förklarar skillnaden.",
        en="The sums count as exact: no rounding explains the difference.",
    ),
    "beyond_rounding": Bilingual(
        sv="Avrundning kan förklara högst {tolerance} kr.",
        en="Rounding can explain {tolerance} kr at most.",
    ),
    "unsure": Bilingual(
        sv="De kan avse olika saker, så det är en varning.",
        en="They may be about different things, so it is a warning.",
    ),
    "grant_unsure": Bilingual(
        sv="Att båda gäller samma bidrag, och hela det, framgår inte säkert.",
        en="That both are about the same grant, and about all of it, is not certain.",
    ),
    "doubt": Bilingual(
        sv="Läsningen av ett av ställena är osäker: se efter i dokumentet.",
        en="The reading of one of the places is unsure: look it up in the document.",
    ),
}


def weighed(stated: Whole, against: Whole) -> Arithmetic:
    """Two statements that do not meet, kronor: the grade is error, for no rounding explains the difference."""
    difference = stated.value - against.value
    tolerance = (stated.high - stated.low + against.high - against.low) / 2
    regime: Regime = "rounded" if tolerance else "exact"
    return Arithmetic(against.value, stated.value, difference, tolerance, regime, "error")


def about_rounding(arithmetic: Arithmetic) -> str:
    """The name of the message that says whether the sums were taken for exact."""
    return "exact" if arithmetic.regime == "exact" else "beyond_rounding"


def tie_arguments(stated: Whole, against: Whole, arithmetic: Arithmetic) -> dict[str, Argument]:
    """What the templates of all tie-outs are filled with; sums in kronor."""
    return {
        "fact": ROLE_NAMES[stated.role],
        "page": str(stated.place.page),
        "other_page": str(against.place.page),
        "words": stated.words,
        "other_words": against.words,
        "stated": stated.value,
        "against": against.value,
        "difference": abs(stated.value - against.value),
        "tolerance": arithmetic.tolerance,
    }


def subject_of(words: str, text: str) -> str:
    """What a sum is about, and the sum as it stands, once: a sentence holds it already."""
    return words if text in words else f"{words.rstrip(' :')}: {text}"


def tie_evidence(stated: Whole, against: Whole, others: Sequence[Whole] = ()) -> tuple[EvidenceItem, ...]:
    """The doubted statement, what it is held against, and what else says the same as one of them."""
    return tuple(
        whole.evidence("total" if whole.source == "table" else "stated") for whole in (stated, against, *others)
    )
