"""Where sentences end in Swedish running text: behind a full stop, before a capital; and what leaves them open."""

import re
from typing import Final

SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
SENTENCE_OR_FIGURE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
"""Where a sentence may begin with a figure too: "... räcker. 300 000 kronor avsätts"."""

LEFT_OPEN: Final = re.compile(
    r"(?:[,;:\-\u2010\u2013/&(]|\b(?:och|samt|eller|att|som|för|i|på|av|med|till|från|hos|om|vid|inom|mellan|den|det|de|en|ett))$",
    re.IGNORECASE,
)
"""How a line ends that says nothing whole."""
