"""The report as `plankoll serve` shows it: pages and pictures as they are asked for, verdicts as they are given.

Everything lies below a path that begins with a token, which only whoever started the program has been told. Another
site cannot know it, so that no request of its making reaches a page or a verdict; that the Host is this machine's keeps
a site from coming under a name of its own (DNS rebinding).
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from flows.commands.page_pictures import PagePictures, SourceFiles
from flows.commands.published import published_tables
from flows.commands.report_material import material_of
from flows.commands.reviewing import Reviewing
from flows.settings import Settings
from models.rows import FindingStatus
from outputs.audit_report.report import Report
from outputs.audit_report.sheets import PageKey
from outputs.audit_report.words import Language, Pair
from outputs.findings_list import FindingFilter
from outputs.verdicts import followed, read_verdicts, with_verdicts

HOSTS = ("127.0.0.1", "localhost")
"""The names under which it answers."""
_PICTURES_KEPT = 200
"""Some 15 MB."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Judgement(BaseModel):
    """A verdict as the page sends it."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    finding_id: str = Field(max_length=100)
    verdict: FindingStatus
    reason: str = Field(default="", max_length=2_000)


class ServedReport:
    """The report of the snapshot that is the current one at the moment."""

    def __init__(self, settings: Settings, folders: Sequence[Path], language: Language) -> None:
        self._settings = settings
        self._folders = folders
        self._language = language
        self._lock = threading.Lock()
        self._load()

    @property
    def report(self) -> Report:
        """Put together anew where a run has published since."""
        with self._lock:
            if self._snapshot != self._current():
                self._load()
            return self._report

    def missing(self, page: PageKey) -> Pair | None:
        """Why there is no picture of the page; None where one will be drawn."""
        return self._pictures.is_lost(page)

    def picture(self, key: PageKey) -> bytes | None:
        """The page as PNG; None where it cannot be drawn."""
        with self._lock:
            kept = self._drawn.get(key)
        if kept is not None:
            return kept
        drawn, _ = self._pictures.draw([key])
        if key not in drawn:
            return None
        with self._lock:
            self._drawn[key] = drawn[key]
            if len(self._drawn) > _PICTURES_KEPT:
                self._drawn.popitem(last=False)
        return drawn[key]

    def verdicts(self) -> dict[str, dict[str, str]]:
        """What has been said of the findings so far, by finding_id, as the page asks for it."""
        frames = self.report.material.frames
        findings, documents = frames["findings"], frames["documents"]
        said = followed(read_verdicts(self._settings.verdicts), findings, documents)
        status = dict(with_verdicts(findings, said, documents).select("finding_id", "status").iter_rows())
        return {
            key: {"finding_id": key, "verdict": status[key], "reason": verdict.reason}
            for key, verdict in said.items()
            if key in status
        }

    def judge(self, judgement: Judgement) -> bool:
        """Keep a verdict; False where there is no such finding. Raises VerdictFileError."""
        material = self.report.material
        finding = material.by_id.get(judgement.finding_id)
        if finding is None:
            return False
        reviewing = Reviewing(self._settings.verdicts, material.frames["findings"])
        reviewing.judge(finding, judgement.verdict, judgement.reason)
        return True

    def _current(self) -> Path:
        return (self._settings.dataset / "current").resolve()

    def _load(self) -> None:
        self._snapshot = self._current()
        frames = published_tables(self._settings)
        self._report = Report(material_of(frames, FindingFilter(), self._language), served=True)
        self._pictures = PagePictures(
            frames, SourceFiles(frames["files"], self._settings, self._folders), self._settings
        )
        self._drawn: OrderedDict[PageKey, bytes] = OrderedDict()


def app_of(served: ServedReport, token: str) -> FastAPI:
    """The web application. Below /<token>/: the report's pages, its pictures, and `verdicts`, to read and to add to."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False)

    @app.middleware("http")
    async def with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await answer(request)
        response.headers.update(_HEADERS)
        return response

    def knows_token(given: str) -> None:
        if not secrets.compare_digest(given.encode(), token.encode()):
            raise HTTPException(404)

    below = APIRouter(prefix="/{given}", dependencies=[Depends(knows_token)])

    @app.get("/", response_class=PlainTextResponse)
    def at_root() -> str:
        return "Adressen med nyckel står i terminalen. / The address with its token is in the terminal.\n"

    @below.get("/")
    def at_token() -> RedirectResponse:
        return RedirectResponse(f"/{token}/index.html")

    @below.get("/verdicts")
    def said() -> dict[str, dict[str, str]]:
        return served.verdicts()

    @below.post("/verdicts", status_code=204, dependencies=[Depends(_comes_from_here)])
    def say(judgement: Judgement) -> None:
        if judgement.verdict == "dismissed" and not judgement.reason:
            raise HTTPException(422, "Den som avfärdar säger varför. / A dismissal says why.")
        if not served.judge(judgement):
            raise HTTPException(404)

    @below.get("/{path:path}")
    def page(path: str) -> Response:
        try:
            if path.endswith(".png"):
                return _picture(served.picture(served.report.picture(path)))
            return HTMLResponse(served.report.html(path, served))
        except KeyError:
            raise HTTPException(404) from None

    app.include_router(below)
    return app


def _picture(drawn: bytes | None) -> Response:
    if drawn is None:
        raise HTTPException(404)
    return Response(drawn, media_type="image/png")


def _comes_from_here(request: Request) -> None:
    """A page of this very address wrote it, as JSON, which a form of another site cannot send."""
    origin = request.headers.get("origin")
    here = f"{request.url.scheme}://{request.headers['host']}"
    if origin not in (None, here) or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415)
