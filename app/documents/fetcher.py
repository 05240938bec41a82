"""What a page may fetch while it is laid out: our own style sheets by name, and nothing else."""

from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

ADDRESS = "https://bundle.invalid/"
"""Where our own files seem to live; `.invalid` can never be a real host (RFC 2606)."""


class Refused(FatalURLFetchingError):  # type: ignore[misc]
    """A page asked for something that is not ours; a BaseException, because WeasyPrint swallows others."""


class Bundle(URLFetcher):  # type: ignore[misc]
    """Serves the style sheets of one folder, as they are now, and refuses every other address."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False, fail_on_errors=True)
        self._files = {f"{ADDRESS}{path.name}": path.read_bytes() for path in sorted(folder.glob("*.css"))}
        self.refused: list[str] = []
        """The addresses refused so far: inside a drawing (SVG) WeasyPrint swallows even Refused."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The style sheet of this address, or Refused; no handler of urllib is ever asked."""
        if url not in self._files:
            self.refused.append(url)
            raise Refused(f"A page asked for {url}; only its own style sheets are served.")
        return URLFetcherResponse(url, self._files[url], {"Content-Type": "text/css; charset=utf-8"})

    @property
    def sheets(self) -> tuple[bytes, ...]:
        """What it serves, to tell one folder's sheets from another's."""
        return tuple(self._files.values())

    def open(self, url: object, data: object = None, timeout: object = None) -> URLFetcherResponse:
        """The same as fetch, for callers that know urllib's name for it."""
        return self.fetch(getattr(url, "full_url", str(url)))
