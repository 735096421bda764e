"""Texts that say the same in Swedish and then in English, as some columns of the dataset hold them."""

_BETWEEN = " / "


def together(swedish: str, english: str) -> str:
    """Both in one text, Swedish first."""
    return f"{swedish}{_BETWEEN}{english}"


def apart(text: str) -> tuple[str, str]:
    """Swedish and English of what `together` gave; the whole text as both where it is not clear where one ends."""
    swedish, between, english = text.partition(_BETWEEN)
    return (swedish, english) if between and _BETWEEN not in english else (text, text)
