"""The words a new form begins with: the starter's filled in, or a questionnaire made from a letter."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.documents.draft import Draft
from app.documents.letter_tags import Found

LAW = "RSMo 1.010 (not confirmed)"
"""Stands where the author's own law belongs; no letter rests on it."""


def filled(text: str, name: str, title: str, today: date) -> str:
    """The starter's questionnaire with its own name, title and the day it is read again."""
    words = {
        "FORM_NAME": name,
        "FORM_TITLE": json.dumps(title, ensure_ascii=False),
        "REVIEW_BY": _later(today),
    }
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def _later(today: date) -> str:
    """The first day of the same month, a year on."""
    return today.replace(year=min(today.year + 1, date.max.year), day=1).isoformat()


def questionnaire(name: str, title: str, today: date, found: Sequence[Found]) -> str:
    """A questionnaire with a question for each place of a letter that waits for an answer."""
    lines = [
        "# Made from a letter. Read each question, change its words.",
        f"# REPLACE {LAW}: write the law this letter rests on, once you have read it.",
        "# What each word means: docs/language.md. After each change: draftwell check " + name,
        f"form: {name}", f"title: {json.dumps(title, ensure_ascii=False)}",
        "about: What this form is for, in one sentence.",
        f"authority: {LAW}", "status: draft", f"review by: {_later(today)}", "",
        "documents:", "",
        "  # DECIDE who gets it: court, other side, client or office only. Nobody has decided yet, so it",
        "  # stays in the office. First decide `keep:` of every question below; then change the next `for:`.",
        "  letter:", f"    title: {json.dumps(title, ensure_ascii=False)}", "    for: office only",
        "    layout: letter", f"    cites: {LAW}", "",
        "sections:", "", "  # The attorney who signs; {{ attorney.name }} in Word.",
        "  - include: shared/attorney", "", "  - section: The letter",
        "    # Who may see the answers: open, confidential, counsel only, vault. DECIDE it for each",
        "    # question; a client's address, phone or number goes with shared/client, not here.",
        "    keep: open",
    ]  # fmt: skip
    asked = [each for each in found if each.name]
    for each in asked:
        lines += ["", *_question(each)]
    if not asked:
        lines += [
            "",
            "    read_first:",
            "      ask: Read the letter before it goes out.",
            "      kind: notice",
        ]
    return "\n".join(lines) + "\n"


def _question(found: Found) -> Iterator[str]:
    written = " ".join(found.written.split())
    yield f"    # In the letter: {written}"
    yield f"    {found.name}:"
    yield f"      ask: {json.dumps(_ask(found.label), ensure_ascii=False)}"
    yield f"      kind: {found.kind}"
    yield f"      label: {json.dumps(found.label, ensure_ascii=False)}"


def _ask(label: str) -> str:
    """The question; for a blank to write on, what stands before it."""
    before = label.removeprefix("blank after ")
    return f"What should stand after “{before}”?" if before != label else f"What is the {label}?"


def told(found: Sequence[Found], dropped: Mapping[str, int]) -> Iterator[str]:
    """What became of each place that waits for an answer, and everything that was left out."""
    for each in found:
        what = (
            f"asked as `{each.name}`, {each.kind}"
            if each.name
            else "known from the day or the office profile"
        )
        yield f"{each.written} → {each.tag} ({what})"
    yield "decide: the letter stays in the office until you decide `for:`, and `keep:` of each question"
    for thing, count in dropped.items():
        yield f"left out: {thing}" + (f", {count} times" if count > 1 else "")
    yield "left out: fonts, colours, sizes and spacing; the base document's styles stand in their place"
    yield "added: the letterhead of the office profile, above the letter"


def situation(head: str, answers: Mapping[str, Any], draft: Draft, today: date) -> str:
    """A story with these answers that expects what they lead to now."""
    given = "\n".join(f"  {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in answers.items())
    interview = draft.interview
    expect = {
        "documents": [spec.name for spec in interview.documents],
        "held": [paper.document for paper in draft.plan.held],
        "gates": [gate.name for gate in interview.gates],
        "flags": [flag.name for flag in interview.flags],
    }
    lines = "\n".join(f"  {name}: [{', '.join(names)}]" for name, names in expect.items())
    begun = head.replace("TODAY", today.isoformat()).rstrip()
    return f"{begun}{chr(10) + given if given else ' {}'}\n\nexpect:\n{lines}\n"
