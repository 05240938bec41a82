"""What the repository itself promises: nothing foreign, no address, no machine's path, words on each module.

Each finder returns one line per fault. It is used twice: on the repository, where it must find nothing, and
on a planted fault, where it must find it.
"""

import ast
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TOP = {
    "app", "templates", "questionnaires", "tests", "bench", "deploy", "docs", ".ci",
    "pyproject.toml", "requirements.lock", "requirements-dev.lock", "package.json", "package-lock.json",
    "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", ".gitignore",
    "office.example.yaml",
}  # fmt: skip

FOREIGN = re.compile(
    r"(^|/)(node_modules|vendor|\.venv)/|\.(woff2?|ttf|otf|eot|map|whl|jar|pdf)$|\.min\.(js|css)$|(^|/)(axe|govuk|htmx)[^/]*\.(js|css)$"
)
# Spelt in pieces, so that this file does not hold what it looks for.
HOSTS = re.compile(
    "|".join(
        [
            r"py" r"pi\.org",
            r"python" r"hosted\.org",
            r"npm" r"js\.(org|com)",
            r"deb\.deb" r"ian\.org",
            r"index" r"-url",
        ]
    )
)
MACHINE = re.compile(r"(?<![\w.\-*/])/(?:work|root|farm|home/\w+|tmp/\w+)/")
OUTSIDE = re.compile(
    r"""<(?:link|script|img|iframe|source|use)\b[^>]*(?:href|src)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import\s*["'](?:https?:)?//""",
    re.IGNORECASE,
)
VAGUE = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}


def tracked() -> list[str]:
    """Every path git keeps, whoever owns the checkout."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).exists()]


def texts(names: Iterable[str]) -> list[tuple[str, str]]:
    """The files among these that are text, with their words."""
    found = []
    for name in names:
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            found.append((name, data.decode("utf-8")))
    return found


def lines_with(pattern: re.Pattern[str], files: Iterable[tuple[str, str]]) -> list[str]:
    """`file:line: text` for every line in which a pattern is found."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in files
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def without_docstring(files: Iterable[tuple[str, str]]) -> list[str]:
    """The Python modules that hold something and do not say in a sentence what."""
    return [name for name, text in files if text.strip() and not ast.get_docstring(ast.parse(text))]


def pins(lock: str) -> dict[str, str]:
    """The version of each package in a requirements lock."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))


def python(*folders: str) -> list[tuple[str, str]]:
    """The Python modules under some folders."""
    return texts(name for name in tracked() if name.endswith(".py") and name.startswith(folders))


def locks() -> list[tuple[str, str]]:
    """The lock files of both package managers."""
    return texts(["requirements.lock", "requirements-dev.lock", "package-lock.json"])


def pages() -> list[tuple[str, str]]:
    """Everything a browser or the PDF renderer is given."""
    return texts(name for name in tracked() if name.endswith((".html", ".css", ".js", ".svg")))


def test_the_top_level_holds_only_what_the_design_names() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


def test_nothing_of_others_is_kept_in_git() -> None:
    assert [name for name in tracked() if FOREIGN.search(name)] == []


@pytest.mark.parametrize(
    "name", ["node_modules/axe-core/axe.js", "app/web/static/vendor/x.css", "a/font.woff2", "b/x.min.js"]
)
def test_a_file_of_others_would_be_noticed(name: str) -> None:
    assert FOREIGN.search(name)


def test_no_lock_file_holds_an_address() -> None:
    without_thanks = [(name, re.sub(r'"funding": \{[^}]*\}', "", text)) for name, text in locks()]
    assert lines_with(re.compile(r'://|"resolved"|^-'), without_thanks) == []


def test_every_locked_package_has_a_hash() -> None:
    for name, text in locks()[:2]:
        unhashed = [
            entry.split()[0] for entry in re.split(r"\n(?=\w)", text) if "--hash=sha256:" not in entry
        ]
        assert unhashed == [], name
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    shipped, tested = (pins(text) for _, text in locks()[:2])
    assert shipped.items() <= tested.items()


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(HOSTS, texts(tracked())) == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE, texts(tracked())) == []


def test_no_page_fetches_anything_from_outside() -> None:
    assert lines_with(OUTSIDE, pages()) == []


def test_every_module_says_what_it_is() -> None:
    assert without_docstring(python("app/", "deploy/", "bench/", "tests/")) == []


def test_no_module_outgrows_its_subject() -> None:
    assert [name for name, text in python("app/") if len(text.splitlines()) > 250] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name for name, _ in python("app/", "tests/") if name.rsplit("/", 1)[-1] in VAGUE] == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (HOSTS, "--extra-index" + "-url x"),
        (HOSTS, "https://files.python" + "hosted.org/x"),
        (MACHINE, "open('/" + "work/main/x')"),
        (MACHINE, "see /" + "tmp/boot/log"),
        (OUTSIDE, '<script src="https://' + 'cdn.example.org/x.js">'),
        (OUTSIDE, '@import "https://' + 'cdn.example.org/x.css";'),
        (OUTSIDE, "background: url(//" + "example.org/x.png)"),
    ],
)
def test_a_planted_fault_would_be_noticed(pattern: re.Pattern[str], line: str) -> None:
    assert lines_with(pattern, [("planted", line)])


def test_a_module_without_a_sentence_would_be_noticed() -> None:
    assert without_docstring([("bare.py", "x = 1\n"), ("empty.py", ""), ("told.py", '"""Told."""\n')]) == [
        "bare.py"
    ]
