"""Promise 10 on random walks: no clean copy can be had of answers other than the approved ones.

The oracle knows nothing of how approvals lapse: it compares what the store and the office's profile hold.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import approving, clean_copies, drafting, people
from app.casework.acts import Stamp
from app.casework.approved import Seen
from app.casework.clean_copies import Lapsed
from app.casework.desk import Desk
from app.casework.papers import Desired
from app.config import Settings
from app.core.kinds import Refused
from app.core.values import Gap
from app.documents import reading
from app.documents.errors import DocumentError
from app.store import answers, lifts, voiding
from app.store.errors import NotFound
from app.store.store import open_store
from tests.casework import kept
from tests.casework.changing_acts import CHANGES, ENDS
from tests.properties.amounts import tries
from tests.web.office import Clock

PLAIN: dict[str, Callable[[Desk, str], object]] = {
    "answer cook": lambda desk, ref: kept.answer(desk, ref, "job", "cook"),
    "answer baker": lambda desk, ref: kept.answer(desk, ref, "job", "baker"),
    "not known": lambda desk, ref: kept.answer(desk, ref, "job", Gap("not known")),
    "no more lines": lambda desk, ref: kept.answer(desk, ref, "lines", True),
    "risky": lambda desk, ref: kept.answer(desk, ref, "risky", "yes"),
    "not risky": lambda desk, ref: kept.answer(desk, ref, "risky", "no"),
    "by hand federal": lambda desk, ref: kept.profile(desk, kept.PROFILE.replace("state", "federal")),
    "by hand state": lambda desk, ref: kept.profile(desk),
}
STEPS = [*PLAIN, *CHANGES, "approving.withdraw", "shared", "approve", "approve", "approve", "approve"]
SAYS_THE_SAME = {"answer cook", "no more lines", "by hand state"}
"""Steps that tell an approvable draft nothing new."""
CALM = (Refused, DocumentError, NotFound, Lapsed)


@dataclass
class Walker:
    """One draft, a sister draft of the same matter, and what was approved."""

    desk: Desk
    ref: str = ""
    sister: str = ""
    approved: object = None
    handed_out: int = 0
    trail: list[str] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Do one thing, or be refused in words; then try to have a clean copy."""
        self.trail.append(name)
        try:
            self._do(name)
        except (*CALM, KeyError, IndexError):
            pass
        self.look()

    def _do(self, name: str) -> None:
        who = people.owner(self.desk).who
        if name == "approve":
            seen = self.state()
            approving.approve(self.desk, who, self.ref, "Morgan Tessel", "99901", {"the job"}, Stamp())
            self.approved = seen
        elif name == "shared":
            kept.answer(self.desk, self.sister, "client", "Berta")
        else:
            (PLAIN | CHANGES | ENDS)[name](self.desk, self.ref)

    def state(self) -> object:
        """Everything the papers rest on, as it lies in the store and in the profile's file."""
        who = people.owner(self.desk).who
        with self.desk.store.reading() as t:
            saved = answers.load(t, who, self.ref)
            given = [(a.question, a.item, a.raw) for a in saved.answers]
            listed = [(i.list, i.id, i.position) for i in saved.items]
            lifted = [(each.gate, each.at) for each in lifts.lifted(t, who, self.ref)]
        return given, listed, lifted, "federal" in (self.desk.data / "office.yaml").read_text("utf-8")

    def look(self) -> None:
        """If a clean copy can be had, it is of the approved answers and says what they say now."""
        who = people.owner(self.desk).who
        try:
            wanted = Desired("steps", "docx")
            words = reading.words_of_docx(clean_copies.download(self.desk, who, self.ref, wanted).data)
        except (Lapsed, NotFound):
            return
        self.handed_out += 1
        assert self.state() == self.approved, self.trail
        client = drafting.open_draft(self.desk, who, self.ref).answers.get("client")
        assert client is not None
        assert f"Hello {client.value}" in words, self.trail


def walk(root: Path, steps: list[str]) -> Walker:
    """Take these steps on a fresh approvable draft."""
    with TemporaryDirectory() as folder:
        profile = Settings(Path(folder) / "data", Path(folder) / "key" / "master.key")
        store = open_store(profile)
        try:
            walker = Walker(Desk(store, root, profile.data, Clock()))
            walker.ref = kept.approvable(walker.desk)
            matter = drafting.find(walker.desk, people.owner(walker.desk).who, walker.ref).matter
            walker.sister = kept.approvable(walker.desk, matter)
            for name in steps:
                walker.desk.clock.pass_by(seconds=1)  # type: ignore[attr-defined]
                walker.step(name)
            return walker
        finally:
            store.close()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept.lay_out(tmp_path_factory.mktemp("walks"))


@given(st.lists(st.sampled_from(STEPS), min_size=3, max_size=9))
@tries(20, 400)
def test_no_clean_copy_can_be_had_of_other_answers(root: Path, steps: list[str]) -> None:
    walk(root, ["approve", *steps])


def test_the_walks_do_hand_copies_out(root: Path) -> None:
    walker = walk(root, ["approve", "answer baker", "approve", "answer cook", "answer baker"])
    assert walker.handed_out == 2


@pytest.mark.parametrize("step", sorted({*PLAIN, *CHANGES, "shared"} - SAYS_THE_SAME))
def test_with_the_voiding_off_a_change_leaves_the_copies_and_the_walk_notices(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The control: neither the store ends an approval, nor is it looked at what the approval rests on."""
    for name in ("of_draft", "of_matter", "of_office"):
        monkeypatch.setattr(voiding, name, lambda *_, **__: None)
    monkeypatch.setattr(Seen, "standing", property(lambda seen: seen.given))
    before = {
        "lifting.withdraw": ["risky", "lifting.lift"],
        "lifting.lift": ["risky"],
        "not risky": ["risky"],
    }
    with pytest.raises(AssertionError):
        walk(root, [*before.get(step, ()), "approve", step])
