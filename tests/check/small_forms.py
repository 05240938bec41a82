"""Generates small forms without calculations: all that conditions can see, and templates that read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

import yaml

from app.core import forms
from app.core.places import Mistakes
from app.core.proof.uses import Reading
from app.core.questionnaire import Form
from tests.check import trees
from tests.check.known import Known
from tests.check.small_papers import Papers
from tests.check.trees import Nodes

NAME = "mo/small"
FILE = f"questionnaires/{NAME}.yaml"
KINDS = (
    *("yes or no",) * 5, *("choose one",) * 4, *("choose any",) * 2, *("number", "date") * 2,
    "money", "year", "text", "county", "name", "story",
)  # fmt: skip
NUMBERS = ("number", "money", "year")
LITERALS = {"number": ("10", "20"), "money": ("10", "20"), "year": ("2000", "2010")}
DAYS = ("2026-03-02", "2026-06-01")
WORDS = {"text": ("oak", "elm"), "county": ("Jackson", "Clay")}


@dataclass(frozen=True)
class Small:
    """A generated form: its file, and the template of each document."""

    text: str
    papers: Mapping[str, Nodes]

    @cached_property
    def form(self) -> Form:
        """The form as the real loader reads it."""
        try:
            return forms.form_from({FILE: self.text.encode()}, NAME, {})
        except Mistakes as wrong:
            raise AssertionError(f"{wrong}\n{self.text}") from wrong

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What the proof is told of the templates."""
        return {name: trees.reading(f"{name}.docx", nodes) for name, nodes in self.papers.items()}

    def __repr__(self) -> str:
        papers = "\n".join(f"--- {name}\n{trees.source(nodes)}" for name, nodes in self.papers.items())
        return f"\n{self.text}{papers}\n"


@dataclass
class Maker:
    """Makes one small form of a source of chance."""

    random: Random
    known: list[Known] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    count: int = 0
    related: int = 0
    """Comparisons of two names; each makes the oracle try more values."""

    def some(self, share: float) -> bool:
        """Yes with this chance."""
        return self.random.random() < share

    def named(self, start: str) -> str:
        """A name nothing else has."""
        self.count += 1
        return f"{start}{self.count}"

    def small(self) -> Small:
        """The form and its papers."""
        sections = [self.section() for _ in range(self.random.choice((1, 2, 2, 3)))]
        if not any(len(section) > 2 for section in sections):
            sections.append({"section": "More", "keep": "open", **dict([self.question(self.known)])})
        names = [self.named("paper") for _ in range(self.random.choice((1, 1, 2)))]
        content: dict[str, Any] = {
            "form": NAME, "title": "Small", "authority": ["RSMo 1.010"], "review by": "2099-01-01",
            "documents": {name: self.document() for name in names}, "sections": sections,
            "flags": self.conclusions("flag", (0, 1, 1), {"level": "note"}),
            "gates": self.conclusions("gate", (0, 0, 1), {}),
            "facts": self.facts,
        }  # fmt: skip
        maker = Papers(self.random, names)
        papers = {name: maker.nodes(tuple(self.known), 0) for name in names}
        return Small(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000), papers)

    def section(self) -> dict[str, Any]:
        """A section with its questions, now and then with a condition or for the attorney."""
        words: dict[str, Any] = {"section": self.named("Section "), "keep": "open"}
        if self.known and self.some(0.35):
            words["when"] = self.condition(self.known)
        attorney = self.some(0.15)
        if attorney:
            words["answered by"] = "attorney"
        for _ in range(self.random.choice((1, 2, 2, 3))):
            lists = any(known.each for known in self.known)
            if not attorney and not lists and self.some(0.2):
                name, question = self.listed()
            else:
                name, question = self.question(self.known)
            words[name] = question
            if self.some(0.3):
                self.fact(self.known, "")
        return words

    def question(self, known: list[Known]) -> tuple[str, dict[str, Any]]:
        """A question that may rest on what is known; it is known afterwards."""
        kind = self.random.choice(KINDS)
        name = self.named(kind.replace(" ", "_") + "_")
        said = self.asked(kind, known)
        choices = tuple(said.get("from", ()))
        known.append(Known(name, kind, choices))
        if self.some(0.12):
            said["must"] = [{"that": self.condition(known, own=True), "say": f"Mend this{self.pipe(known)}."}]
        return name, said

    def asked(self, kind: str, known: Sequence[Known]) -> dict[str, Any]:
        """The words of a question."""
        said: dict[str, Any] = {"ask": f"What{self.pipe(known)}?", "kind": kind}
        if known and self.some(0.45):
            said["when"] = self.condition(known)
        if self.some(0.3):
            said["unsure"] = "allowed"
        if self.some(0.2):
            said["may be blank"] = "yes"
        if kind in ("choose one", "choose any"):
            most = 3 if kind == "choose one" else 2
            said["from"] = {f"key{n}": f"Choice {n}" for n in range(self.random.randint(2, most))}
        if kind == "date" and self.some(0.6):
            said["exact"] = "yes"
        if kind == "story":
            said |= {"read by": "The attorney", "leave out": "Nothing"}
        return said

    def listed(self) -> tuple[str, dict[str, Any]]:
        """A list with one or two questions about each item."""
        name, one = self.named("list_"), self.named("thing")
        said = {"ask": "Which?", "kind": "list", "one": one}
        if self.known and self.some(0.4):
            said["when"] = self.condition(self.known)
        for word, share in (("least", 0.2), ("most", 0.2)):
            if self.some(share):
                said[word] = "1"
        if self.some(0.2):
            said["unsure"] = "allowed"
        around, inner = len(self.known), list(self.known)
        each = dict(self.question(inner) for _ in range(self.random.choice((1, 1, 2))))
        said["each"] = each
        parts = tuple(inner[around:])
        if self.some(0.3):
            parts = (*parts, self.fact([*self.known, *parts], name))
        self.known.append(Known(name, "list", each=parts, one=one))
        return name, said

    def fact(self, known: list[Known], of: str) -> Known:
        """A fact about what is known, for the form or for each item of a list."""
        made = Known(self.named("fact_"), "fact")
        said: dict[str, Any] = {"means": "A fact", "when": self.condition(known)}
        if of:
            said["of"] = of
        else:
            known.append(made)
        self.facts[made.name] = said
        return made

    def document(self) -> dict[str, Any]:
        """A paper for the client, due always or on a condition."""
        said: dict[str, Any] = {"title": "A paper", "for": "client"}
        if self.some(0.4):
            said["when"] = self.condition(self.known)
        return said

    def conclusions(self, start: str, counts: Sequence[int], said: dict[str, Any]) -> dict[str, Any]:
        """Some flags or gates."""
        return {self.named(start): self.raised(said) for _ in range(self.random.choice(counts))}

    def raised(self, said: dict[str, Any]) -> dict[str, Any]:
        """A flag or a gate."""
        when, say = self.condition(self.known), f"Look{self.pipe(self.known)}."
        return {**said, "when": when, "say": say, "law": "RSMo 1.010"}

    def pipe(self, known: Sequence[Known]) -> str:
        """Perhaps a name in braces, of those that can be written as words."""
        fit = [each for each in known if each.kind not in ("fact", "list")]
        return f" {{{self.random.choice(fit).name}}}" if fit and self.some(0.15) else ""

    def condition(self, known: Sequence[Known], depth: int = 0, own: bool = False) -> Any:
        """Something that may follow `when:`; `own` is mostly about the name known last."""
        if depth < 2 and self.some(0.25):
            return {self.random.choice(("all", "any")): [self.condition(known, depth + 1) for _ in range(2)]}
        one = known[-1] if own and self.some(0.8) else self.random.choice(known)
        if one.each and self.some(0.7):
            part = self.condition(
                [*(each for each in known if not each.each), *one.each, *one.each], depth + 1
            )
            return {f"{self.random.choice(('any', 'every'))} {one.one}": part}
        return self.test(one, known)

    def test(self, one: Known, known: Sequence[Known]) -> str:
        """One sentence about a name."""
        if one.kind == "list":
            return f"{one.name} has at least {self.random.choice((1, 1, 2))} items"
        if one.kind != "fact" and self.some(0.18):
            return f"{one.name} {self.random.choice(('is answered', 'is a gap'))}"
        return f"{one.name} {self.compared(one, known)}"

    def compared(self, one: Known, known: Sequence[Known]) -> str:
        """What may follow a name of this kind."""
        choose = self.random.choice
        if one.kind in ("yes or no", "fact"):
            return choose(("is yes", "is yes", "is no", "is not yes"))
        if one.kind == "choose one":
            some = ", ".join(self.random.sample(one.choices, 2))
            return choose((f"is {choose(one.choices)}", f"is not {choose(one.choices)}", f"is one of {some}"))
        if one.kind == "choose any":
            return choose((f"includes {choose(one.choices)}", f"includes any of {', '.join(one.choices)}"))
        if one.kind in WORDS:
            words = WORDS[one.kind]
            return choose((f"is {choose(words)}", f"is not {choose(words)}", f"is one of {', '.join(words)}"))
        if one.kind == "date":
            return self.dated(one, known)
        return self.numbered(one, known) if one.kind in NUMBERS else "is answered"

    def dated(self, one: Known, known: Sequence[Known]) -> str:
        """A comparison of a day."""
        other = self.other(one, known, ("date",))
        day = other or self.random.choice((*DAYS, "today"))
        ways = [f"is before {day}", f"is after {day}"]
        if not other:
            ways += ["is less than 90 days ago", "is more than 1 year ago", f"is {DAYS[0]}"]
        return self.random.choice(ways)

    def numbered(self, one: Known, known: Sequence[Known]) -> str:
        """A comparison of a number."""
        other = self.other(one, known, NUMBERS[:2] if one.kind != "year" else ("year",))
        limit = other or self.random.choice(LITERALS[one.kind])
        ways = (
            "is at least",
            "is at most",
            "is more than",
            "is less than",
            *(("is", "is not") * (not other)),
        )
        return f"{self.random.choice(ways)} {limit}"

    def other(self, one: Known, known: Sequence[Known], kinds: Sequence[str]) -> str:
        """Another name to compare with, now and then."""
        fit = [each.name for each in known if each.kind in kinds and each != one]
        if not fit or self.related >= 2 or not self.some(0.5):
            return ""
        self.related += 1
        return self.random.choice(fit)


def make(random: Random) -> Small:
    """A small form of this chance."""
    return Maker(random).small()
