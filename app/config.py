"""The settings, read from the environment once; anything unsafe is refused with a sentence."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.store import folders, keyfile
from app.store.errors import Unsafe


@dataclass(frozen=True)
class Settings:
    """Where data and key lie and pages are served; an empty `database` means SQLite in the data folder."""

    data: Path
    key_file: Path
    host: str = "127.0.0.1"
    port: int = 8000
    https: bool = False
    database: str = ""

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Settings":
        """Return the settings of an environment, with safe defaults; Unsafe for values that are not."""
        home = Path(environ.get("HOME") or Path.home())
        settings = cls(
            data=_path(environ, "DRAFTWELL_DATA", home / ".local/share/draftwell", home),
            key_file=_path(environ, "DRAFTWELL_KEY_FILE", home / ".config/draftwell/master.key", home),
            host=environ.get("DRAFTWELL_HOST") or "127.0.0.1",
            port=_port(environ.get("DRAFTWELL_PORT") or "8000"),
            https=_yes(environ, "DRAFTWELL_HTTPS"),
            database=environ.get("DRAFTWELL_DATABASE", ""),
        )
        if environ.get("FLASK_DEBUG", "0") not in ("", "0"):
            raise Unsafe("FLASK_DEBUG would show what people said to whoever meets an error; unset it.")
        settings.check()
        return settings

    def check(self) -> None:
        """Raise Unsafe if answers would be readable on the network, or the key by those who have the data."""
        if not self.https and not _is_loopback(self.host):
            raise Unsafe(
                f"Pages served on {self.host} could be read on the network without HTTPS; leave "
                "DRAFTWELL_HOST out, or put a proxy with HTTPS in front and set DRAFTWELL_HTTPS=yes."
            )
        folders.ready(self.data)
        keyfile.check(self.key_file, self.data)
        keyfile.read(self.key_file)


def _path(environ: Mapping[str, str], name: str, default: Path, home: Path) -> Path:
    given = environ.get(name)
    if not given:
        return default
    path = home / given[2:] if given.startswith("~/") else Path(given)
    if not path.is_absolute():
        raise Unsafe(
            f"{name} is {given}, which means another place in every folder; give the whole path from /."
        )
    return path


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 65_535):
        raise Unsafe(f"DRAFTWELL_PORT is {text}, which is not a port; give a number from 1 to 65535.")
    return int(text)


def _yes(environ: Mapping[str, str], name: str) -> bool:
    given = (environ.get(name) or "no").lower()
    if given not in ("yes", "no"):
        raise Unsafe(f"{name} is {given}; say yes or no.")
    return given == "yes"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
