"""The values of a form laid out field by field: lines, ticks, what goes on elsewhere, and open blanks."""

from collections.abc import Iterator, Mapping, Set

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.errors import OpenGap
from app.documents.layouts import Copy
from app.documents.official import face, fitting, values
from app.documents.official.addendum import Continued
from app.documents.official.errors import NotFilled
from app.documents.official.fields import FormField
from app.documents.official.fitting import Line
from app.documents.official.maps import Box, Map, Rule
from app.documents.official.values import Data


class Laid:
    """The values of one form laid out field by field."""

    def __init__(
        self, plan: Map, found: Mapping[str, FormField], data: Data, copy: Copy, ruled: Set[str]
    ) -> None:
        self.plan, self.found, self.data, self.copy, self.ruled = plan, found, data, copy, ruled
        self.lines: list[Line] = []
        self.continued: list[Continued] = []
        self.written: dict[str, str] = {}
        self.labels: list[str] = []
        self.marked: frozenset[str] = frozenset()

    def lay(self) -> None:
        """Lay every field out; raises NotFilled at the first that cannot be filled."""
        for rule in self.plan.rules:
            if rule.on:
                self._tick(rule)
            elif text := values.text_of(rule, self.data, self.ruled):
                self._write(rule, self._choice(rule, self._open(rule, text)))
        for each in values.further(self.plan, self.data):
            lines = tuple(self._open(self.plan.rules[0], line) for line in each.lines)
            self.continued.append(Continued(each.item, lines))

    def _open(self, rule: Rule, text: str) -> str:
        """The text with its blanks as they print; raises OpenGap or NotFilled."""
        if GAP_OPEN in text:
            if self.copy == "clean":
                raise OpenGap(f"{self.plan.title}: a clean copy waits for open blanks.")
            self.labels += [part.partition(GAP_CLOSE)[0].removeprefix("to be confirmed: ")
                            for part in text.split(GAP_OPEN)[1:]]  # fmt: skip
            text = text.replace(GAP_OPEN, "[").replace(GAP_CLOSE, "]")
        text = text.replace("\u00a0", " ").replace("\t", " ")
        if lacking := face.undrawable(text):
            told = ", ".join(f"U+{ord(sign):04X}" for sign in lacking)
            raise NotFilled(
                rule.place, f"The words for “{rule.item}” hold {told}, which cannot be drawn here."
            )
        return text

    def _choice(self, rule: Rule, text: str) -> str:
        own = self.found.get(rule.name)
        if own is None or not own.options:
            return text
        for value, shown in own.options:
            if text in (value, shown):
                return shown
        told = ", ".join(f"“{shown}”" for _, shown in own.options[:8])
        raise NotFilled(rule.place, f"“{rule.name}” offers {told}, and not what the draft says.")

    def _write(self, rule: Rule, text: str) -> None:
        self.written[rule.name or rule.item] = text
        for number, (box, own) in enumerate(self._boxes(rule)):
            made = fitting.fitted(text, box, own, rule.most, goes_on=rule.overflow)
            if made.rest and not made.lines:
                mend = "it has no room even for its mark" if rule.overflow else "write `overflow: addendum`"
                raise NotFilled(
                    rule.place, f"The words for “{rule.item}” have no room in their field; {mend}."
                )
            if made.rest and not number:
                self.continued.append(Continued(rule.item, tuple(made.rest.split("\n"))))
            self._keep(made.lines, text)

    def _keep(self, lines: tuple[Line, ...], text: str) -> None:
        self.lines += lines
        if "[to be confirmed" in text:
            self.marked |= {line.text for line in lines}

    def _boxes(self, rule: Rule) -> Iterator[tuple[Box, FormField]]:
        if (own := self.found.get(rule.name)) is not None:
            for seen in own.seen:
                yield seen.box, own
            return
        box = rule.boxes[0]
        yield box, FormField("", "text", (), several_lines=box.top - box.bottom > 2 * fitting.ROW)

    def _tick(self, rule: Rule) -> None:
        chosen = values.ticked(rule, self.data)
        own = self.found.get(rule.name)
        boxes = (
            [seen.box for seen in own.seen if seen.state in chosen] if own else list(rule.boxes) * len(chosen)
        )
        self.written[rule.name or rule.item] = ", ".join(chosen)
        self.lines += [fitting.cross(box) for box in boxes]
