"""What a run's owner wants to hear of: what is new, what failed, which errors were found. Sent where a setting says."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import polars as pl

from flows.runs.publishing import RunResult
from flows.settings import Settings

_NAMED = 10
"""Files and errors named in a message; the rest are counted."""

_log = logging.getLogger("plankoll")


@dataclass(frozen=True)
class News:
    """A message in Swedish and English."""

    title: str
    body: str
    is_news: bool
    """False where nothing is new, nothing failed and no error was found."""


def news_of(result: RunResult) -> News:
    """What there is to say of a run that was published."""
    report, frames = result.report, result.frames
    found = frames["findings"].filter(
        (pl.col("first_run") == report.run_id) & (pl.col("severity") == "error") & (pl.col("status") == "open")
    )
    names = _newly_failed(result)
    gone = result.plan.counts.get("gone", 0)
    said = [
        f"Lästa / read: {report.files_new}",
        f"Inte intagna / not taken in: {report.files_failed}",
        f"Borta / gone: {gone}",
        f"Nya fel / new errors found: {found.height}",
    ]
    said += _first([f"{name}: {error}" for name, error in names])
    stated_in = dict(frames["documents"].select("document_id", "source_name").iter_rows())
    rows = found.select("document_id", "rule", "message_sv").iter_rows()
    said += _first([f"{stated_in.get(document, document)}, {rule}: {message}" for document, rule, message in rows])
    said += [f"- {trouble.message_sv}" for trouble in result.troubles]
    return News(
        title=f"Plankoll: {report.files_new} lästa, {report.files_failed} inte intagna, {found.height} nya fel",
        body="\n".join([*said, f"Körning / run {report.run_id}"]),
        is_news=bool(report.files_new or names or found.height or result.troubles),
    )


def _first(told: Sequence[str]) -> list[str]:
    more = [f"… {len(told) - _NAMED} till / more"] if len(told) > _NAMED else []
    return [*(f"- {each}" for each in told[:_NAMED]), *more]


def _newly_failed(result: RunResult) -> list[tuple[str, str]]:
    """The files that could not be taken in and were not tried in vain before: their names, and the errors' codes."""
    reasons = {str(file.path): result.plan.reasons[file.file_id] for file in result.plan.inbox.files}
    return sorted(
        (outcome.source_name, outcome.failure.error)
        for outcome in result.outcomes
        if outcome.failure is not None and reasons[outcome.path] != "retried"
    )


def no_news_but(error: BaseException) -> News:
    """What there is to say of a run that published nothing."""
    reason = getattr(error, "message_sv", None) or f"{type(error).__name__}: {error}"[:300]
    body = f"{reason}\nDatamängden är som den var. / The dataset is as it was."
    return News("Plankoll: körningen misslyckades / the run failed", body, is_news=True)


def send(news: News, settings: Settings) -> None:
    """Send the message; a message that does not arrive is logged, and stops nothing."""
    if settings.notify is None or not (news.is_news or settings.notify_when == "always"):
        return
    from apprise import Apprise

    mailbox = Apprise()
    if not mailbox.add(settings.notify.get_secret_value()) or not mailbox.notify(title=news.title, body=news.body):
        _log.warning("PLANKOLL_NOTIFY: meddelandet kunde inte skickas (the message could not be sent)")


@contextmanager
def told_if_it_fails(settings: Settings) -> Iterator[None]:
    """Have the owner told of a run that ends with an error."""
    try:
        yield
    except Exception as error:
        send(no_news_but(error), settings)
        raise
