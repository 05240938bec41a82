"""Puts the third-party browser files into app/web/static/vendor without what may not ship, and checks them.

python deploy/assets.py           copy from node_modules, clean, check, put in place
python deploy/assets.py --check   exit 1 unless every file is in place as recorded
python deploy/assets.py --record  copy, then record the new sums (after an upgrade, having read the change)
"""

import hashlib
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
TARGET = ROOT / "app" / "web" / "static" / "vendor"
SUMS = ROOT / "deploy" / "assets.sha256"

GOVUK = MODULES / "govuk-frontend" / "dist" / "govuk"
FONT = MODULES / "@fontsource" / "public-sans"
WEIGHTS = ("400", "700")

# GDS Transport and the royal crest may be used on gov.uk alone; their licence is not the package's.
NEVER = re.compile(r"GDS ?Transport|crest|@font-face|url\(|https?://\w", re.IGNORECASE)


def clean_css(css: str) -> str:
    """The design system's sheet with the page's own font, without the crest and the source map."""
    css = re.sub(r"@font-face\{[^{}]*\}", "", css)
    css = re.sub(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}", "", css)
    css = css.replace("font-family:GDS Transport,arial,sans-serif", "font-family:var(--app-font)")
    return without_source_map(css)


def without_source_map(text: str) -> str:
    """The file without the comment that makes a browser ask for a map that is not there."""
    return re.sub(r"(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$", "", text).rstrip() + "\n"


def font_css() -> str:
    """The font's own face rules for our weights, pointing at the WOFF2 files beside the sheet."""
    faces = "\n".join((FONT / f"{weight}.css").read_text("utf-8") for weight in WEIGHTS)
    return re.sub(
        r"url\(\./files/([\w.-]+\.woff2)\) format\('woff2'\), url\([^)]*\)[^;]*;",
        r"url(\1) format('woff2');",
        faces,
    )


def leftovers(name: str, text: str) -> list[str]:
    """One sentence for each thing in a cleaned file that must not ship."""
    found = sorted({match.group(0) for match in NEVER.finditer(text)})
    return [
        f'{name} still holds "{word}" after cleaning; read the new release and mend deploy/assets.py.'
        for word in found
    ]


def produce(folder: Path) -> list[str]:
    """Fill a folder with the files to ship and return what is wrong with them."""
    sheet = font_css()
    (folder / "public-sans.css").write_text(sheet, "utf-8")
    for file in re.findall(r"url\(([\w.-]+)\)", sheet):
        shutil.copyfile(FONT / "files" / file, folder / file)
    shutil.copyfile(FONT / "LICENSE", folder / "public-sans-LICENSE.txt")
    faults = []
    for name, clean in (("govuk-frontend.min.css", clean_css), ("govuk-frontend.min.js", without_source_map)):
        text = clean((GOVUK / name).read_text("utf-8"))
        (folder / name).write_text(text, "utf-8")
        faults += leftovers(name, text)
    return faults


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a folder, by name."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def recorded() -> dict[str, str]:
    """The sums the repository vouches for, by name."""
    lines = SUMS.read_text("utf-8").splitlines() if SUMS.exists() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def record(folder: Path) -> None:
    """Write the sums of a folder in the form `sha256sum` reads."""
    SUMS.write_text("".join(f"{digest}  {name}\n" for name, digest in sums(folder).items()), "utf-8")


def differences(folder: Path) -> list[str]:
    """One sentence for each file that is missing, new or not as recorded."""
    names = sorted(name for name, _ in recorded().items() ^ sums(folder).items())
    return [f"{name} is not the file recorded in deploy/assets.sha256." for name in dict.fromkeys(names)]


def put_in_place(folder: Path) -> None:
    """Swap the finished folder for the one being served."""
    shutil.rmtree(TARGET, ignore_errors=True)
    folder.chmod(0o755)
    folder.rename(TARGET)


def renew(*, anew: bool) -> list[str]:
    """Produce the files beside their place and swap them in, unless something is wrong with them."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=TARGET.parent, prefix=".vendor-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        faults = produce(folder)
        if anew and not faults:
            record(folder)
        faults += differences(folder)
        if not faults:
            put_in_place(folder)
    return faults


def main(arguments: list[str]) -> int:
    """Run one of the three ways and return the exit code: 0, or 1 with a sentence for each fault."""
    checking = arguments == ["--check"]
    faults = differences(TARGET) if checking else renew(anew=arguments == ["--record"])
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
