"""The people of the office, their links and their sessions."""

import pytest

from app.casework import people
from app.casework.desk import Desk
from app.core.kinds import Refused
from app.store.errors import NotFound
from tests.web.office import Clock


def test_the_owner_is_made_once(desk: Desk) -> None:
    assert people.owner(desk).id == people.owner(desk).id
    assert len(people.everyone(desk)) == 1


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\nb", "\ud800"])
def test_a_name_that_cannot_be_kept_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(Refused):
        people.create_owner(desk, name)


def test_a_link_signs_in_once(desk: Desk) -> None:
    token = people.sign_in_link(desk, people.owner(desk).id)
    assert people.session(desk, people.sign_in(desk, token)) is not None
    with pytest.raises(NotFound):
        people.sign_in(desk, token)


def test_a_session_ends_when_told(desk: Desk) -> None:
    token = people.sign_in(desk, people.sign_in_link(desk, people.owner(desk).id))
    people.sign_out(desk, token)
    people.sign_out(desk, token)
    assert people.session(desk, token) is None


def test_a_session_ends_when_nothing_happens(desk: Desk, clock: Clock) -> None:
    token = people.sign_in(desk, people.sign_in_link(desk, people.owner(desk).id))
    clock.pass_by(minutes=16)
    assert people.session(desk, token) is None


def test_somebody_disabled_is_out(desk: Desk) -> None:
    person = people.create_owner(desk, "Somebody Else", "99902")
    token = people.sign_in(desk, people.sign_in_link(desk, person.id))
    people.disable(desk, person.id)
    assert people.session(desk, token) is None
    with pytest.raises(NotFound):
        people.sign_in_link(desk, person.id)


def test_a_token_nobody_was_given_is_nobody(desk: Desk) -> None:
    assert people.session(desk, "x" * 43) is None
