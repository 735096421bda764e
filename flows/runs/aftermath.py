"""What follows on a published run: figures for who watches the machine, a message to who owns it."""

import logging

import polars as pl

from flows.runs.news import news_of, send
from flows.runs.publishing import RunResult
from flows.settings import Settings
from outputs.metrics import write_metrics

_log = logging.getLogger("plankoll")


def follow_up(result: RunResult, settings: Settings) -> None:
    """Write the figures and send the message, where settings ask for them. What fails is logged: the run is done."""
    if settings.metrics is not None:
        left = result.frames["findings"].filter(pl.col("status") != "dismissed")
        counts = dict.fromkeys(("error", "warning", "note"), 0) | dict(left["severity"].value_counts().iter_rows())
        try:
            write_metrics(
                settings.metrics, result.report, documents=result.frames["documents"].height, open_findings=counts
            )
        except OSError as error:
            _log.warning("PLANKOLL_METRICS: %s", error)
    send(news_of(result), settings)
