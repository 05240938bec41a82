"""Whatever is answered and listed, a public twin says what the list does not name and nothing it names."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.core.office import RedactionList
from app.core.redactable import REDACTABLE
from app.documents import template
from app.documents.plain_values import strings
from tests.documents.filing import court_form

NUMBERS = st.from_regex(r"[A-Z0-9]{3}-[0-9]{4,8}", fullmatch=True)
NAMES = st.from_regex(r"[A-Z][a-z]{5,9}", fullmatch=True)
DAYS = st.dates(date(1930, 1, 1), date(2015, 12, 31))
MARKS = {"date of birth": 2, "account number": 1, "closed case number": 1, "witness name": 1}
"""How often each item is blacked out in the petition."""
LISTS = st.sets(st.sampled_from(REDACTABLE), min_size=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(born=DAYS, account=NUMBERS, case=NUMBERS, child=NAMES, items=LISTS)
def test_each_listed_answer_is_gone_and_each_other_stands(root, born, account, case, child, items) -> None:
    assume(account != case)
    listed = RedactionList("Morgan Tessel", date(2026, 11, 20), tuple(sorted(items)))
    draft = court_form.draft(
        root, entered=replace(court_form.profile(), redaction_list=listed),
        born=born.isoformat(), account=f'"{account}"', child=f"{{first: {child}, last: Sample}}",
        cases=f'[{{number: "{case}", court: Jackson}}]', counted="1",
    )  # fmt: skip
    paper = draft.plan.paper("petition_1")
    whole = draft.plan.paper("petition_1_unredacted")
    assert paper is not None
    assert whole is not None
    said, everything = (_said(draft, each) for each in (paper, whole))
    values = {
        "date of birth": f"{born:%m/%d/%Y}", "account number": account,
        "closed case number": f"No. {case}", "name of a minor": f"{child} Sample",
    }  # fmt: skip
    for item, value in values.items():
        assert value in everything
        assert (value in said) == (item not in items), item
    marks = sum(MARKS[item] for item in items & MARKS.keys())
    assert said.count("[REDACTED: ") == marks


def _said(draft, paper) -> str:
    """The texts that the paper's template prints: of names the full one."""
    data = draft.contexts.for_document(paper.spec).narrowed(template.uses(draft.source(paper)))
    kept = {name: _full(value) for name, value in data.items()}
    return "\n".join(strings(kept)).replace("\u00a0", " ")


def _full(value: object) -> object:
    """Of an answer by parts what the template prints; all of the rest."""
    if isinstance(value, dict):
        return value.get("full") or value.get("text") or value
    return value
