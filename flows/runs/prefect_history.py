"""What Prefect's database keeps of runs that are long over, where its server is the one embedded in each run.

A standing server takes old runs away by itself, where it is told to (docs/operations.md). An embedded one does not run
that service: without this its database would grow for as long as Plankoll is used.
"""

import logging
from datetime import UTC, datetime, timedelta

import httpx
from prefect import get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
)
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL

KEPT = timedelta(days=30)
_AT_MOST = 200
"""Runs taken away after one run: Prefect's largest page. A run a night leaves one at a time."""

_log = logging.getLogger("plankoll")


def forget_old_runs(flow_name: str, now: datetime | None = None) -> int:
    """Take away the embedded server's record of this flow's runs that began more than a month ago; gives how many.

    Their tasks, states and logs go with them. A server that does not answer is no reason to fail: the next run tries.
    """
    if PREFECT_API_URL.value():
        return 0
    before = (now or datetime.now(UTC)) - KEPT
    gone = 0
    try:
        with get_client(sync_client=True) as client:
            runs = client.read_flow_runs(
                flow_filter=FlowFilter(name=FlowFilterName(any_=[flow_name])),
                flow_run_filter=FlowRunFilter(expected_start_time=FlowRunFilterExpectedStartTime(before_=before)),
                sort=FlowRunSort.EXPECTED_START_TIME_ASC,
                limit=_AT_MOST,
            )
            for run in runs:
                try:
                    client.delete_flow_run(run.id)
                except ObjectNotFound:  # another run has taken it away meanwhile
                    continue
                gone += 1
    except httpx.HTTPError as error:
        _log.warning("Prefect: %s: %s", type(error).__name__, error)
    return gone
