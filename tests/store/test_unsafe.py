"""What would put people at risk does not start, and says in one sentence why and what to do."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.config import Settings
from app.store import database
from app.store.errors import Newer, StoreError, Unsafe
from app.store.store import open_store

GOOD = bytes(range(32)).hex()


def write_key(settings: Settings, text: str, mode: int = 0o600) -> None:
    settings.key_file.parent.mkdir(parents=True, exist_ok=True)
    settings.key_file.write_text(text)
    settings.key_file.chmod(mode)


def environ(settings: Settings, **more: str) -> dict[str, str]:
    named = {"DRAFTWELL_DATA": str(settings.data), "DRAFTWELL_KEY_FILE": str(settings.key_file)}
    return {**named, **more}


def opened_before(settings: Settings) -> None:
    open_store(settings).close()


def key_inside_the_data(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_KEY_FILE=str(settings.data / "master.key"))


def key_deep_inside_the_data(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_KEY_FILE=str(settings.data / "a" / "b" / "master.key"))


def key_linked_into_the_data(settings: Settings) -> dict[str, str]:
    settings.data.mkdir()
    (settings.data / "real.key").write_text(GOOD)
    settings.key_file.parent.mkdir()
    settings.key_file.symlink_to(settings.data / "real.key")
    return environ(settings)


def key_behind_a_link_to_the_data(settings: Settings) -> dict[str, str]:
    settings.data.mkdir()
    link = settings.data.parent / "elsewhere"
    link.symlink_to(settings.data)
    return environ(settings, DRAFTWELL_KEY_FILE=str(link / "master.key"))


def key_readable_by_the_group(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD, 0o640)
    return environ(settings)


def key_readable_by_all(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD, 0o604)
    return environ(settings)


def key_writable_by_others(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD, 0o602)
    return environ(settings)


def key_replaceable_by_all(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD)
    settings.key_file.parent.chmod(0o777)
    return environ(settings)


def key_empty(settings: Settings) -> dict[str, str]:
    write_key(settings, "")
    return environ(settings)


def key_too_short(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD[:-2])
    return environ(settings)


def key_too_long(settings: Settings) -> dict[str, str]:
    write_key(settings, GOOD + "00")
    return environ(settings)


def key_of_other_letters(settings: Settings) -> dict[str, str]:
    write_key(settings, "wages and hours!" * 4)
    return environ(settings)


def key_of_zeros(settings: Settings) -> dict[str, str]:
    write_key(settings, "00" * 32)
    return environ(settings)


def key_of_one_pattern(settings: Settings) -> dict[str, str]:
    write_key(settings, "deadbeef" * 8)
    return environ(settings)


def key_a_folder(settings: Settings) -> dict[str, str]:
    settings.key_file.mkdir(parents=True)
    return environ(settings)


def key_lost(settings: Settings) -> dict[str, str]:
    opened_before(settings)
    settings.key_file.unlink()
    return environ(settings)


def key_exchanged(settings: Settings) -> dict[str, str]:
    opened_before(settings)
    write_key(settings, GOOD)
    return environ(settings)


def key_where_nothing_can_be_written(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_KEY_FILE="/proc/draftwell/master.key")


def data_where_nothing_can_be_written(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATA="/proc/draftwell")


def data_read_only(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATA="/sys/kernel")


def data_a_file(settings: Settings) -> dict[str, str]:
    settings.data.write_text("")
    return environ(settings)


def data_writable_by_all(settings: Settings) -> dict[str, str]:
    settings.data.mkdir()
    settings.data.chmod(0o777)
    return environ(settings)


def data_relative(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATA="data")


def database_a_folder(settings: Settings) -> dict[str, str]:
    (settings.data / database.FILE).mkdir(parents=True)
    return environ(settings)


def database_not_an_address(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATABASE="the big one")


def database_of_another_make(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATABASE="oracle://office:secret@127.0.0.1/draftwell")


def database_that_is_not_there(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_DATABASE="sqlite:////proc/draftwell.db")


def on_the_network_without_https(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_HOST="0.0.0.0")


def on_a_named_host_without_https(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_HOST="intake.example.org")


def https_perhaps(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_HTTPS="maybe")


def port_a_word(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_PORT="http")


def port_too_high(settings: Settings) -> dict[str, str]:
    return environ(settings, DRAFTWELL_PORT="65536")


def debugging(settings: Settings) -> dict[str, str]:
    return environ(settings, FLASK_DEBUG="1")


REFUSED: list[Callable[[Settings], dict[str, str]]] = [
    key_inside_the_data,
    key_deep_inside_the_data,
    key_linked_into_the_data,
    key_behind_a_link_to_the_data,
    key_readable_by_the_group,
    key_readable_by_all,
    key_writable_by_others,
    key_replaceable_by_all,
    key_empty,
    key_too_short,
    key_too_long,
    key_of_other_letters,
    key_of_zeros,
    key_of_one_pattern,
    key_a_folder,
    key_lost,
    key_exchanged,
    key_where_nothing_can_be_written,
    data_where_nothing_can_be_written,
    data_read_only,
    data_a_file,
    data_writable_by_all,
    data_relative,
    database_a_folder,
    database_not_an_address,
    database_of_another_make,
    database_that_is_not_there,
    on_the_network_without_https,
    on_a_named_host_without_https,
    https_perhaps,
    port_a_word,
    port_too_high,
    debugging,
]


def start(settings: Settings, arrange: Callable[[Settings], dict[str, str]]) -> str:
    """Start with an arrangement and return what was said, or nothing if it started."""
    try:
        open_store(Settings.read(arrange(settings))).close()
    except Unsafe as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("arrange", REFUSED)
def test_an_unsafe_arrangement_is_refused(
    settings: Settings, arrange: Callable[[Settings], dict[str, str]]
) -> None:
    assert start(settings, arrange)


@pytest.mark.parametrize("arrange", REFUSED)
def test_a_refusal_is_one_sentence_and_shows_no_key(
    settings: Settings, arrange: Callable[[Settings], dict[str, str]]
) -> None:
    said = start(settings, arrange)
    assert "\n" not in said
    assert "Errno" not in said
    assert GOOD[:8] not in said
    assert "secret" not in said


def test_a_safe_arrangement_starts(settings: Settings) -> None:
    assert start(settings, environ) == ""


def test_a_safe_arrangement_starts_again(settings: Settings) -> None:
    assert start(settings, environ) == start(settings, environ) == ""


def test_a_key_that_was_there_first_is_used(settings: Settings) -> None:
    write_key(settings, GOOD + "\n")
    assert start(settings, environ) == ""
    assert settings.key_file.read_text() == GOOD + "\n"


def test_the_drawn_key_is_for_its_owner_only(settings: Settings) -> None:
    opened_before(settings)
    assert settings.key_file.stat().st_mode & 0o777 == 0o600
    assert settings.key_file.parent.stat().st_mode & 0o777 == 0o700


def test_two_stores_draw_different_keys(tmp_path: Path) -> None:
    some, other = (Settings(tmp_path / name / "data", tmp_path / name / "key") for name in "ab")
    opened_before(some)
    opened_before(other)
    assert some.key_file.read_text() != other.key_file.read_text()


def test_a_lost_key_is_not_drawn_anew(settings: Settings) -> None:
    start(settings, key_lost)
    assert not settings.key_file.exists()


def test_a_host_behind_https_starts(settings: Settings) -> None:
    read = Settings.read(environ(settings, DRAFTWELL_HOST="0.0.0.0", DRAFTWELL_HTTPS="yes"))
    assert read.host == "0.0.0.0"


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", ""])
def test_this_machine_alone_needs_no_https(settings: Settings, host: str) -> None:
    assert not Settings.read(environ(settings, DRAFTWELL_HOST=host)).https


def test_without_settings_everything_lies_under_home(tmp_path: Path) -> None:
    read = Settings.read({"HOME": str(tmp_path)})
    assert read.data == tmp_path / ".local/share/draftwell"
    assert read.key_file == tmp_path / ".config/draftwell/master.key"
    assert (read.host, read.port) == ("127.0.0.1", 8000)


def test_a_path_may_begin_at_home(tmp_path: Path) -> None:
    assert Settings.read({"HOME": str(tmp_path), "DRAFTWELL_DATA": "~/office"}).data == tmp_path / "office"


def test_data_of_a_newer_version_are_left_alone(settings: Settings) -> None:
    opened_before(settings)
    file = settings.data / database.FILE
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(Newer, match="newer"):
        open_store(settings)
    assert file.read_bytes() == before


def test_every_refusal_is_an_error_of_the_store() -> None:
    assert issubclass(Unsafe, StoreError)
