"""What stops a file from being taken in, said so that a clerk understands it."""

from models.bilingual import together
from models.rows import Stage


class IntakeError(Exception):
    """A file or a part of it could not be taken in; the rest of the run goes on.

    code is short and stable (`not_a_pdf`, `encrypted`, ...); the messages name the file's
    trouble and the next step, in Swedish and in English.
    """

    def __init__(self, stage: Stage, code: str, message_sv: str, message_en: str) -> None:
        super().__init__(stage, code, message_sv, message_en)
        self.stage: Stage = stage
        self.code = code
        self.message_sv = message_sv
        self.message_en = message_en

    @property
    def message(self) -> str:
        """Swedish, then English."""
        return together(self.message_sv, self.message_en)

    def __str__(self) -> str:
        return self.message_sv
