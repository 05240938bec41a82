"""Packets of generated drafts: nothing from an abandoned branch prints, and Word and PDF say the same."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import interview
from app.core.office import Office
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import reaches
from app.documents import assembly, reading, template
from app.documents.context import Contexts
from app.documents.packet import MEMO
from tests.properties.amounts import amount, tries
from tests.properties.packets import Generated, folded, generated, told_to_keep
from tests.properties.sayings import TODAY, Words
from tests.properties.shipped import ROOT
from tests.properties.walks import abandoned, walked

Figure = Callable[[str, str, int], None]
SEEDS = range(amount(3, 40))


@pytest.fixture(params=SEEDS, scope="module")
def made(request: pytest.FixtureRequest) -> Generated:
    return generated(request.param)


def test_an_abandoned_answer_never_prints(made: Generated, figure: Figure) -> None:
    found = {word for document in made.texts for word in made.found(made.left, document)}
    manifest = folded(made.packet.files["manifest.json"].decode())
    assert len(made.left.said) > 2
    assert found | {word for word in made.left.said if folded(word) in manifest} == set()
    figure(
        "Contained",
        "canaries on abandoned branches, none found in any paper or manifest",
        len(made.left.said),
    )
    figure("Contained", "papers searched for them, in Word and PDF", len(made.papers))


def test_both_files_of_every_paper_say_the_same(made: Generated, figure: Figure) -> None:
    differing = [reading.difference(paper.docx, paper.pdf) for paper in made.papers]
    assert differing == [None] * len(made.papers)
    assert not [finding for finding in made.packet.findings if finding.kind == "words differ"]
    figure("Same words", "generated papers read back alike from Word and PDF", len(made.papers))


def test_no_word_reaches_a_reader_its_class_keeps_it_from(made: Generated, figure: Figure) -> None:
    for paper in made.papers:
        spec = paper.paper.spec
        found = [made.on_path.said[word] for word in made.found(made.on_path, spec.name)]
        assert {question.path for question in found if not reaches(question.keep, spec)} == set(), spec.name
    kept = [word for word, question in made.on_path.said.items() if question.keep != "open"]
    figure("Contained", "canaries said in confidence, each only where its class may go", len(kept))


def test_open_and_confidential_words_are_found_where_they_may_stand() -> None:
    found: dict[str, set[str]] = {"open": set(), "confidential": set(), "counsel only": set(), "vault": set()}
    for seed in SEEDS[:3]:
        made = generated(seed)
        for paper in made.papers:
            for word in made.found(made.on_path, paper.paper.document):
                found[made.on_path.said[word].keep].add(paper.paper.audience)
    assert "other side" in found["open"]
    assert {"office only"} <= found["confidential"] <= {"client", "office only"}
    assert found["counsel only"] == {"office only"}
    assert found["vault"] == set()


def test_told_to_keep_abandoned_branches_the_same_search_finds_them(form: Form, profile: Office) -> None:
    made = generated(SEEDS[0])
    keeping = replace(made.draft, form=told_to_keep(form))
    reached = walked(keeping.form, Random(0), Words("Xw"), start=made.draft.answers)
    kept = replace(made, draft=keeping, packet=assembly.packet(replace(keeping, answers=reached.answers)))
    found = kept.found(made.left, MEMO.name)
    open_to_memo = [word for word, question in made.left.said.items() if question.keep != "vault"]
    assert len(found) > 0.8 * len(open_to_memo)


def test_abandoned_answers_change_nothing_that_any_template_is_given(
    form: Form, profile: Office, figure: Figure
) -> None:
    count = []

    @tries(20, 800)
    @given(st.integers(0, 2**63))
    def attempt(seed: int) -> None:
        random = Random(seed)
        reached = walked(form, random, Words("Zq"))
        after = interview.read(form, abandoned(reached, random, Words("Vy")), TODAY)
        assert given_to_templates(after, profile) == given_to_templates(reached, profile)
        count.append(len(after.answers.given) - len(reached.answers.given))

    attempt()
    figure("Contained", "abandoned answers of every kind that changed no template's data", sum(count))


def test_with_branches_kept_they_would_change_it(form: Form, profile: Office) -> None:
    keeping, random = told_to_keep(form), Random(1)
    reached = walked(form, random, Words("Zq"))
    after = interview.read(keeping, abandoned(reached, random, Words("Vy")), TODAY)
    assert given_to_templates(after, profile) != given_to_templates(reached, profile)


def given_to_templates(reached: interview.Interview, profile: Office) -> object:
    """What papers are made from: the data of each, the papers due, flags, gates, what was left out."""
    contexts = Contexts(reached, profile)
    documents: tuple[DocumentSpec, ...] = reached.form.documents
    data = [contexts.for_document(document).data for document in documents]
    return data, reached.documents, reached.flags, reached.gates, reached.left_out, reached.gaps


def test_what_only_counsel_may_know_changes_nothing_for_other_readers(
    form: Form, profile: Office, figure: Figure
) -> None:
    count = []

    @tries(20, 800)
    @given(st.integers(0, 2**63))
    def attempt(seed: int) -> None:
        one, other = two_alike_in_the_open(form, seed, hidden=("counsel only", "vault", "confidential"))
        if open_path(one) != open_path(other):
            return
        for document in form.documents:
            if document.audience in ("court", "other side"):
                assert seen(one, document, profile) == seen(other, document, profile)
        count.append(1)

    attempt()
    assert count
    figure(
        "Contained",
        "pairs of drafts that differ in secret only, papers for the other side given the same data",
        len(count),
    )


def test_were_everything_open_the_pairs_would_differ(form: Form, profile: Office) -> None:
    opened = all_open(form)
    document = next(each for each in opened.documents if each.audience == "other side")
    pairs = [
        two_alike_in_the_open(form, seed, hidden=("counsel only", "vault", "confidential"))
        for seed in range(5)
    ]
    told = [
        [
            Contexts(interview.read(opened, each.answers, TODAY), profile).for_document(document).data
            for each in pair
        ]
        for pair in pairs
    ]
    assert all(one != other for one, other in told)


def seen(reached: interview.Interview, document: DocumentSpec, profile: Office) -> object:
    """What one paper's template reads, but for which other papers are in the packet."""
    data = Contexts(reached, profile).for_document(document).data
    return {name: data[name] for name in names_read(document.name) if name in data}


@cache
def names_read(document: str) -> frozenset[str]:
    source = ROOT / "templates" / "docx" / "mo" / "wage_claim" / f"{document}.docx"
    return frozenset(use.path[0] for use in template.uses(source)) - {"made"}


def two_alike_in_the_open(
    form: Form, seed: int, hidden: tuple[str, ...]
) -> tuple[interview.Interview, interview.Interview]:
    """Two finished drafts that say the same wherever others may read it, and other things in secret."""
    one = walked(form, Random(seed), Words("Zq"))
    start = one.answers
    for asked in one.asked:
        if asked.question.keep in hidden and not asked.question.is_list:
            start = start.without(asked.question.path, asked.item)
    return one, walked(form, Random(seed + 1), Words("Vy"), start=start)


def open_path(reached: interview.Interview) -> list[tuple[str, str | None, object]]:
    return [
        (each.question.path, each.item, each.value) for each in reached.asked if each.question.keep == "open"
    ]


def all_open(form: Form) -> Form:
    """The same form with every class opened."""
    sections = [
        replace(
            section,
            questions=tuple(
                replace(each, keep="open", each=tuple(replace(inner, keep="open") for inner in each.each))
                for each in section.questions
            ),
        )
        for section in form.sections
    ]
    return replace(form, sections=tuple(sections))
