"""Which names a fact rests on in the end, through facts, lists and names it is compared with."""

from app.core.questionnaire import Form
from app.core.reach import mentioned


class Leads:
    """The names behind each fact of a form, found once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._known: dict[str, frozenset[str]] = {}

    def to(self, name: str) -> frozenset[str]:
        """Every question, list and fact behind a fact."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = {name}
        while waiting:
            fact = self.form.facts.get(waiting.pop())
            if fact is None:
                continue
            inputs = {value.split(".")[0] for value in fact.inputs.values()}
            new = (mentioned(self.form, fact.when) | inputs) - found
            found |= new
            waiting |= new
        return frozenset(found)
