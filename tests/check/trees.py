"""Small templates as trees: the source they are filled from, what they read, what a filling meets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.proof.uses import Clause, Guard, GuardedUse, Loop, Path, Reading

Around = tuple[Guard | Loop, ...]


@dataclass(frozen=True)
class Print:
    """`{{ path | filters }}`."""

    path: Path
    filters: tuple[str, ...]
    number: int


@dataclass(frozen=True)
class If:
    """`{% if path %}` or `{% if not path %}`, perhaps with an else."""

    path: Path
    wanted: bool
    yes: "Nodes"
    no: "Nodes | None"
    number: int


@dataclass(frozen=True)
class For:
    """`{% for target in path %}`."""

    target: str
    path: Path
    body: "Nodes"
    number: int


Node = Print | If | For
Nodes = tuple[Node, ...]


def place(number: int) -> str:
    """Where the tag with this number stands, as a Word template would say it."""
    return f"paragraph {number}"


def otherwise(node: If) -> str:
    """Where the else of an `if` stands."""
    return f"paragraph {node.number}, else"


def source(nodes: Nodes) -> str:
    """The template as Jinja reads it."""
    return "".join(map(_tag, nodes))


def _tag(node: Node) -> str:
    path = ".".join(node.path)
    match node:
        case Print(filters=filters):
            return f"Said: {{{{ {' | '.join((path, *filters))} }}}}. "
        case If(wanted=wanted, yes=yes, no=no):
            other = "" if no is None else f"{{% else %}}else {source(no)}"
            return f"{{% if {'' if wanted else 'not '}{path} %}}then {source(yes)}{other}{{% endif %}}"
        case For(target=target, body=body):
            return f"{{% for {target} in {path} %}}each {source(body)}{{% endfor %}}"


def reading(file: str, nodes: Nodes) -> Reading:
    """The same template as the proof is given it."""
    found = list(_reads(nodes, (), {}))
    uses = tuple(each for each in found if isinstance(each, GuardedUse))
    return Reading(file, uses, tuple(each for each in found if isinstance(each, Clause)))


def _reads(nodes: Nodes, around: Around, targets: Mapping[str, int]) -> Iterator[GuardedUse | Clause]:
    for node in nodes:
        path = _numbered(node.path, targets)
        match node:
            case Print(filters=filters):
                yield GuardedUse(path, "print", filters, place(node.number), around)
            case If():
                yield GuardedUse(path, "if", (), place(node.number), around)
                yield from _branches(node, path, around, targets)
            case For(target=target, body=body):
                yield GuardedUse(path, "for", (), place(node.number), around)
                inside = (*around, Loop(node.number, path))
                yield Clause(place(node.number), "each", inside)
                yield from _reads(body, inside, {**targets, target: node.number})


def _branches(
    node: If, path: Path, around: Around, targets: Mapping[str, int]
) -> Iterator[GuardedUse | Clause]:
    yes = (*around, Guard(path, node.wanted))
    yield Clause(place(node.number), "then", yes)
    yield from _reads(node.yes, yes, targets)
    if node.no is not None:
        no = (*around, Guard(path, not node.wanted))
        yield Clause(otherwise(node), "else", no)
        yield from _reads(node.no, no, targets)


def _numbered(path: Path, targets: Mapping[str, int]) -> Path:
    return (f"@{targets[path[0]]}", *path[1:]) if path[0] in targets else path


@dataclass
class Met:
    """What fillings of one template met, by place."""

    missed: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    """Clauses that printed."""
    guards: set[tuple[str, bool]] = field(default_factory=set)
    """What the guards came to: whether the passage of their `if` printed."""


MISSING = object()


def meet(nodes: Nodes, data: Mapping[str, Any], met: Met) -> None:
    """Fill in mind: note every use and clause; what stands behind a missing guard is not reached."""
    for node in nodes:
        value = _value(node.path, data)
        if value is MISSING:
            met.missed.add(place(node.number))
        elif isinstance(node, If):
            _meet_if(node, bool(value) is node.wanted, data, met)
        elif isinstance(node, For):
            for each in value:
                met.printed.add(place(node.number))
                meet(node.body, {**data, node.target: each}, met)


def _meet_if(node: If, holds: bool, data: Mapping[str, Any], met: Met) -> None:
    met.guards.add((place(node.number), holds))
    if holds:
        met.printed.add(place(node.number))
        meet(node.yes, data, met)
    elif node.no is not None:
        met.printed.add(otherwise(node))
        meet(node.no, data, met)


def _value(path: Path, data: Mapping[str, Any]) -> Any:
    value: Any = data
    for step in path:
        if not isinstance(value, Mapping) or step not in value:
            return MISSING
        value = value[step]
    return value


def only(nodes: Nodes, wanted: str) -> Nodes:
    """The template with nothing in it but one tag and what stands around it."""
    kept: list[Node] = []
    for node in nodes:
        match node:
            case If():
                yes, no = only(node.yes, wanted), only(node.no or (), wanted)
                if yes or no or place(node.number) == wanted:
                    kept.append(If(node.path, node.wanted, yes, no, node.number))
            case For():
                body = only(node.body, wanted)
                if body or place(node.number) == wanted:
                    kept.append(For(node.target, node.path, body, node.number))
            case Print():
                if place(node.number) == wanted:
                    kept.append(node)
    return tuple(kept)


def every(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every tag of a tree."""
    for node in nodes:
        yield node
        match node:
            case If(yes=yes, no=no):
                yield from every((*yes, *(no or ())))
            case For(body=body):
                yield from every(body)
