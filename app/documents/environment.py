"""The Jinja environment of both faces: sandboxed, strict, escaping, with our few filters and nothing else."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, UndefinedError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.documents.emitter import Emitter
from app.documents.errors import CannotPrint, NameMissing
from app.documents.filters import FILTERS, printed

Finalize = Callable[[object], str]
LOOP_PARTS = frozenset({"index", "first", "last", "length"})
"""What a template may ask of the loop it stands in."""


class Environment(ImmutableSandboxedEnvironment):
    """Looks a dotted name up in plain mappings only: no attribute, no method, no call is ever reached."""

    code_generator_class = Emitter
    hidden_keys: frozenset[str] = frozenset()

    def __init__(self, finalize: Finalize = printed) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=True, finalize=finalize, keep_trailing_newline=True
        )
        self.finalize_keeps_text = finalize is printed
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(FILTERS, _looped=looped)

    def getattr(self, obj: object, attribute: str) -> object:
        """The part of a mapping or of a loop; all else is undefined (so a question may be called `items`)."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP_PARTS:
            return getattr(obj, attribute)
        if isinstance(obj, StrictUndefined):
            return obj
        return self.undefined(f"“{attribute}” is not part of what the template was given here")

    def getitem(self, obj: object, argument: object) -> object:
        """Refuse square brackets; the syntax check has refused them already."""
        return self.undefined(f"{argument!r} was asked for in square brackets")

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing in a template may be called."""
        return False


def looped(value: object) -> object:
    """A list, unchanged; a text (a gap, say) has letters to loop over and must never be taken for a list."""
    if isinstance(value, list | tuple | StrictUndefined):
        return value
    raise CannotPrint(f"A template loops over {value!r}, which is not a list.")


@lru_cache(maxsize=4)
def _environment(finalize: Finalize) -> Environment:
    return Environment(finalize)


@lru_cache(maxsize=128)
def _compiled(source: str, finalize: Finalize) -> Template:
    return _environment(finalize).from_string(tree(source, finalize))


@lru_cache(maxsize=2)
def tree(source: str, finalize: Finalize = printed) -> nodes.Template:
    """The source read; each of its loops asks first whether it was given a list."""
    read = _environment(finalize).parse(source)
    for loop in read.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "_looped", [], [], None, None, lineno=loop.lineno)
    return read


def fill(source: str, context: Mapping[str, object], finalize: Finalize = printed) -> str:
    """The source filled in, each value as `finalize` prints it; a missing name raises NameMissing."""
    try:
        return _compiled(source, finalize).render(context)
    except UndefinedError as missing:
        raise NameMissing(f"The template reads a name it was not given: {missing.message}.") from missing
