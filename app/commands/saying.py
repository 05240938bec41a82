"""How a command says that it could not do what was asked: sentences on the error output, and exit 2."""

import os
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from app.casework.archive import Unfit
from app.core.kinds import Refused
from app.core.places import Mistakes
from app.documents.errors import DocumentError
from app.law.refusals import Refusal
from app.store.errors import StoreError

MOST = 100
"""How many mistakes are listed; the rest are counted."""


class NotDone(click.ClickException):
    """Ends a command with sentences, one a line, and exit 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the sentences, without a prefix, so that each line is `place sentence`."""
        click.echo(self.message, file=file, err=file is None)


def not_done(sentences: Iterable[str]) -> NotDone:
    """The exception for several sentences; beyond a hundred only their number is given."""
    lines = list(sentences)
    shown = lines[:MOST]
    if len(lines) > MOST:
        shown.append(f"... and {len(lines) - MOST:,} more.")
    return NotDone("\n".join(shown))


def note(sentence: str) -> None:
    """Say something on the error output that does not belong to the result."""
    click.echo(sentence, err=True)


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever stops a command into sentences; a fault of our own shows its spot, never its data."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise NotDone(_misused(error)) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Mistakes as found:
        raise not_done(str(mistake) for mistake in found.mistakes) from found
    except (DocumentError, StoreError, Refusal, Refused, Unfit) as error:
        raise NotDone(str(error)) from error
    except OSError as error:
        raise NotDone(_refused_by_machine(error)) from error
    except Exception as error:
        raise NotDone(_own_fault(error)) from error


def _misused(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "draftwell"
    return f"{error.format_message().rstrip('.')}; see `{path} --help`."


def _refused_by_machine(error: OSError) -> str:
    name = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
    return f"{name}{error.strerror or 'this cannot be read or written'}; nothing was written."


def _own_fault(error: Exception) -> str:
    spot = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(spot.filename)}, line {spot.lineno}"
    return (
        f"Draftwell itself failed ({type(error).__name__} in {where}); nothing was written. Please report it."
    )
