"""TPL-4: laying out a page never fetches: a canary server is never asked, a canary file never read."""

import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from weasyprint import HTML

from app.documents import package, pdf, reading
from app.documents.errors import DocumentError
from app.documents.layouts import LAYOUTS
from tests.documents.hostile.vectors import CARRIERS, addresses, everything
from tests.documents.hostile.watch import watched
from tests.properties import small_form
from tests.properties.test_typed import Figure

WORDS = b"the words of the canary file"
PAGE = '<!DOCTYPE html><html lang="en-US"><head><title>T</title></head><body><p>Words.</p>{}</body></html>'


@dataclass
class Canary:
    """A server and a file nobody may ask for; what was asked of the server."""

    address: str
    file: Path
    asked: list[str]


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    file, asked = tmp_path_factory.mktemp("canary") / "canary.txt", list[str]()
    file.write_bytes(WORDS)

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(302 if "redirect" in self.path else 200)
            self.send_header("Location", file.as_uri())
            self.end_headers()

        def log_message(self, *given: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Canary(f"http://127.0.0.1:{server.server_port}", file, asked)
    server.shutdown()
    server.server_close()


def inflated(data: bytes) -> bytes:
    """A PDF with everything in it that can be inflated."""
    found = [data]
    for piece in data.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(piece))
        except zlib.error:
            continue
    return b"".join(found)


def test_there_are_at_least_a_hundred_ways(canary: Canary) -> None:
    assert len(set(everything(canary.address, canary.file))) >= 100


def test_no_way_reaches_the_server_or_the_file(canary: Canary, figure: Figure) -> None:
    pdf.laid_out(PAGE.format(""), LAYOUTS["letter"], "clean")
    count = refused = 0
    for markup in everything(canary.address, canary.file):
        count += 1
        with watched() as seen:
            try:
                made = pdf.laid_out(PAGE.format(markup), LAYOUTS["letter"], "clean").data
            except DocumentError:
                refused += 1
                made = b""
        assert not [act for act in seen.acts if act.startswith(("socket.", "urllib."))], markup
        assert not [path for path in seen.opened if "canary" in path], markup
        assert WORDS not in inflated(made)
    assert canary.asked == []
    assert refused > count / 2
    figure(
        "Contained", "ways of fetching tried while a page is laid out: 0 requests, 0 bytes of a file", count
    )


def test_an_answer_that_is_such_markup_is_printed_as_words(
    canary: Canary, tmp_path: Path, figure: Figure
) -> None:
    small = small_form.build(tmp_path)
    lines = list(everything(canary.address, canary.file))
    made = small.letter({}, lines)
    words = "".join(reading.words_of_pdf(made.pdf).split())
    assert all("".join(line.split()) in words for line in lines[::9])
    assert reading.difference(made.docx, made.pdf) is None
    assert b"TargetMode" not in b"".join(package.unpack(made.docx).values())
    assert canary.asked == []
    figure("Contained", "answers that look like such markup printed as words", len(lines))


@pytest.mark.parametrize("carrier", [CARRIERS[0], CARRIERS[8], CARRIERS[22]])
def test_stock_weasyprint_asks_the_server(canary: Canary, carrier: str) -> None:
    """The control: WeasyPrint's own fetcher goes where it is sent."""
    HTML(string=PAGE.format(carrier.format(*[f"{canary.address}/control"] * 2))).write_pdf()
    assert "/control" in canary.asked
    canary.asked.clear()


def test_stock_weasyprint_embeds_the_file(canary: Canary) -> None:
    """The control: a file named as an attachment ends in the PDF."""
    markup = CARRIERS[9].format(addresses(canary.address, canary.file)[3])
    assert WORDS in inflated(HTML(string=PAGE.format(markup)).write_pdf())
