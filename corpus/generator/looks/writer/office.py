"""Asks LibreOffice to make PDFs of Word files, without a window, in a profile of its own and with our fonts only."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from corpus.generator.looks.look import ProducerError
from corpus.generator.looks.writer.fonts import copy_fonts, missing_packages

PROGRAMS: Final = ("soffice", "libreoffice")
LIBRARIES: Final = {"docx": "python-docx", "pikepdf": "pikepdf", "pyphen": "pyphen", "fontTools": "fonttools"}
"""Module -> package. Pyphen is here for its file of Swedish hyphenation patterns, which LibreOffice reads."""
START_SECONDS: Final = 120
SECONDS_EACH: Final = 30

FONTS_CONF: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
HYPHENATION: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">
<node oor:name="HyphDic_sv" oor:op="fuse">
<prop oor:name="Locations" oor:op="fuse"><value>{patterns}</value></prop>
<prop oor:name="Format" oor:op="fuse"><value>DICT_HYPH</value></prop>
<prop oor:name="Locales" oor:op="fuse"><value>sv-SE</value></prop>
</node></item></oor:items>
"""


def missing() -> str | None:
    """Why Writer cannot be used here, with what to install; None where it can."""
    packages = [package for module, package in LIBRARIES.items() if find_spec(module) is None] + missing_packages()
    wanted = []
    if _program() is None:
        wanted.append("LibreOffice Writer (apt-get install libreoffice-writer-nogui)")
    if packages:
        wanted.append(f"pip install {' '.join(packages)}")
    return f"Writer saknar / Writer lacks: {'; '.join(wanted)}" if wanted else None


def convert(documents: Sequence[bytes]) -> list[bytes]:
    """The PDF of each Word file, as LibreOffice writes it. Raises ProducerError where LibreOffice fails."""
    program = _program()
    if program is None:
        raise ProducerError(missing())
    with tempfile.TemporaryDirectory(prefix="plankoll-writer-") as name:
        folder = Path(name)
        sources = [folder / f"{number:05}.docx" for number in range(len(documents))]
        for source, document in zip(sources, documents, strict=True):
            source.write_bytes(document)
        said = _run(
            [
                program,
                "--headless",
                "--norestore",
                f"-env:UserInstallation={_profile(folder).as_uri()}",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                str(folder),
                *map(str, sources),
            ],
            os.environ | {"FONTCONFIG_FILE": str(_fonts(folder)), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            START_SECONDS + SECONDS_EACH * len(documents),
        )
        made = [source.with_suffix(".pdf") for source in sources]
        lost = sum(not pdf.exists() for pdf in made)
        if lost:
            raise ProducerError(
                f"LibreOffice gav ingen PDF av {lost} av {len(made)} dokument /"
                f" LibreOffice made no PDF of {lost} of {len(made)} documents: {said}"
            )
        return [pdf.read_bytes() for pdf in made]


def _program() -> str | None:
    return next((found for program in PROGRAMS if (found := shutil.which(program))), None)


def _profile(folder: Path) -> Path:
    """A new profile that knows how Swedish words are divided."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    spec = find_spec("pyphen")
    assert spec is not None, "missing() has been asked before"
    assert spec.origin is not None, "pyphen is a package"
    patterns = Path(spec.origin).parent / "dictionaries" / "hyph_sv.dic"
    (profile / "user" / "registrymodifications.xcu").write_text(
        HYPHENATION.format(patterns=patterns.as_uri()), encoding="utf-8"
    )
    return profile


def _fonts(folder: Path) -> Path:
    """A fontconfig file that knows our fonts and no others."""
    fonts = folder / "fonts"
    fonts.mkdir()
    copy_fonts(fonts)
    conf = folder / "fonts.conf"
    conf.write_text(FONTS_CONF.format(fonts=fonts, cache=folder / "font-cache"), encoding="utf-8")
    return conf


def _run(command: list[str], environment: dict[str, str], seconds: int) -> str:
    """What the program said. Past the time limit it and what it started are ended: ProducerError."""
    with subprocess.Popen(  # noqa: S603 - our own words only, and no shell
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise ProducerError(
                f"LibreOffice blev inte klart på {seconds} s / LibreOffice did not finish in {seconds} s"
            ) from None
    if process.returncode:
        raise ProducerError(f"LibreOffice avbröt / LibreOffice stopped ({process.returncode}): {said.strip()[-500:]}")
    return said.strip()[-500:]
