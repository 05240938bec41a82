"""Envelopes open with their own key, in their own place, and not with a bit changed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.errors import Tampered
from app.store.locker import Locker
from app.store.vault import AES_GCM, Key, Place, joined, mark, seal, unseal

KEY = Key(bytes(range(8)), bytes(range(32)))
PLACE = Place("office", "matter", "answer", "sealed", "row")

texts = st.text(st.characters(codec=None, categories=None), max_size=20)


def opens(key: Key, envelope: bytes, place: Place) -> bool:
    try:
        unseal(key, envelope, place)
    except Tampered:
        return False
    return True


@given(st.binary(max_size=500))
def test_what_was_sealed_comes_back(plaintext: bytes) -> None:
    assert unseal(KEY, seal(KEY, plaintext, PLACE), PLACE) == plaintext


def test_the_format_of_the_first_release_still_opens() -> None:
    envelope = bytes.fromhex(
        "010001020304050607000102030405060708090a0b099029ffba7c540dac205e11c3f898ce7c16b1ba3ed5ef885ead"
    )
    assert unseal(KEY, envelope, PLACE) == b"held wages"


def test_a_thousand_moved_envelopes_are_refused() -> None:
    chance = random.Random(1)
    places = [Place(*(chance.choice("ab") for _ in PLACE)) for _ in range(1000)]
    moved = [Place(*(part if chance.random() < 0.5 else part + "x" for part in place)) for place in places]
    pairs = [(old, new) for old, new in zip(places, moved, strict=True) if old != new]
    assert len(pairs) > 900
    assert not any(opens(KEY, seal(KEY, b"fact", old), new) for old, new in pairs)


@pytest.mark.parametrize("column", Place._fields)
def test_each_part_of_a_place_is_bound(column: str) -> None:
    assert not opens(KEY, seal(KEY, b"fact", PLACE), PLACE._replace(**{column: "other"}))


def test_parts_cannot_slide_into_one_another() -> None:
    assert not opens(KEY, seal(KEY, b"fact", PLACE._replace(table="ab", column="c")),
                     PLACE._replace(table="a", column="bc"))  # fmt: skip


def test_every_flipped_bit_is_refused() -> None:
    envelope = seal(KEY, b"a fact of some length, long enough for a thousand bits to be flipped" * 2, PLACE)
    assert len(envelope) * 8 >= 1000
    for bit in range(len(envelope) * 8):
        flipped = bytearray(envelope)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not opens(KEY, bytes(flipped), PLACE)


@given(st.binary(max_size=60))
def test_anything_else_is_refused(noise: bytes) -> None:
    assert not opens(KEY, noise, PLACE)


def test_a_cut_envelope_is_refused() -> None:
    envelope = seal(KEY, b"fact", PLACE)
    assert not any(opens(KEY, envelope[:length], PLACE) for length in range(len(envelope)))


def test_another_key_is_refused_even_under_the_same_id() -> None:
    assert not opens(Key(KEY.id, bytes(32)), seal(KEY, b"fact", PLACE), PLACE)


def test_equal_facts_make_unequal_envelopes() -> None:
    assert len({seal(KEY, b"fact", PLACE) for _ in range(1000)}) == 1000


def test_a_refusal_does_not_show_the_fact() -> None:
    with pytest.raises(Tampered) as refused:
        unseal(KEY, seal(KEY, b"held wages", PLACE), PLACE._replace(row="other"))
    assert "held wages" not in str(refused.value)


def test_a_key_does_not_show_its_secret() -> None:
    assert "secret" not in repr(KEY)


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_different_parts_never_look_alike(some: list[str], others: list[str]) -> None:
    assert (joined(*some) == joined(*others)) == (some == others)


def test_a_mark_differs_from_key_to_key() -> None:
    assert mark(KEY, "answer", "q") != mark(Key.random(), "answer", "q")


raws = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(raws)
def test_whatever_json_can_say_comes_back_the_same(raw: object) -> None:
    locker = Locker(AES_GCM, KEY, "office", "matter")
    assert locker.unseal("answer", "row", locker.seal("answer", "row", {"raw": raw})) == {"raw": raw}


def test_a_yes_is_as_long_as_a_no() -> None:
    locker = Locker(AES_GCM, KEY, "office", "matter")
    yes, no = (locker.seal("answer", "row", {"raw": raw}) for raw in ("yes", "no"))
    assert len(yes) == len(no)
