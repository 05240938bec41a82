"""The tables, as they are today; `migrations` brings older files here.

Whatever a person typed lies in a `sealed` column. What stays open is random ids, times, counters and roles.
An answer's or item's own id is a keyed mark of its question, so not even the names of questions are readable.
"""

from datetime import UTC, datetime

from sqlalchemy import Column, Dialect, ForeignKey, Integer, LargeBinary, MetaData, String, Table
from sqlalchemy.types import TypeDecorator

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC as text of fixed width that sorts by time; refuses one without a time zone."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write a moment, whatever its zone, as UTC."""
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read a moment back with its zone."""
        return None if value is None else datetime.fromisoformat(value)


def written(moment: datetime) -> str:
    """Return a moment as the tables write it; ValueError if it does not say its time zone."""
    if moment.utcoffset() is None:
        raise ValueError("The store takes only moments that say their time zone.")
    return moment.astimezone(UTC).strftime(_FORMAT)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(64), primary_key=True)


def _belongs_to(table: str, *, required: bool = True, unique: bool = False) -> Column[str]:
    target = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(f"{table}_id", String(64), target, nullable=not required, index=not unique, unique=unique)


def _sealed(name: str = "sealed") -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _time(name: str, *, required: bool = True) -> Column[datetime]:
    return Column(name, UtcTime, nullable=not required)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _word(name: str) -> Column[str]:
    return Column(name, String(80), nullable=False)


organisation = Table("organisation", metadata, _id())

person = Table(
    "person",
    metadata,
    _id(),
    _belongs_to("organisation"),
    _word("role"),
    _sealed(),
    _time("created_at"),
    _time("disabled_at", required=False),
)

matter = Table(
    "matter",
    metadata,
    _id(),
    _belongs_to("organisation"),
    Column("owner_id", String(64), ForeignKey("person.id"), nullable=False, index=True),
    _number("revision"),
    _sealed(),
    _time("created_at"),
    _time("updated_at"),
)

vault_key = Table(
    "vault_key",
    metadata,
    _id(),
    _belongs_to("organisation"),
    _belongs_to("matter", required=False, unique=True),
    Column("wrapped", LargeBinary, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    _id(),
    _belongs_to("matter"),
    _number("revision"),
    _sealed(),
    _time("created_at"),
    _time("updated_at"),
)

item = Table(
    "item",
    metadata,
    _id(),
    _belongs_to("matter"),
    _belongs_to("draft", required=False),
    _number("position"),
    _sealed(),
)

answer = Table(
    "answer",
    metadata,
    _id(),
    _belongs_to("matter"),
    _belongs_to("draft", required=False),
    _belongs_to("item", required=False),
    _sealed(),
)

lift = Table(
    "lift",
    metadata,
    _id(),
    _belongs_to("draft"),
    _sealed(),
    _time("lifted_at"),
)

approval = Table(
    "approval",
    metadata,
    _id(),
    _belongs_to("draft"),
    _sealed(),
    _time("approved_at"),
    _time("ended_at", required=False),
)

clean_file = Table("clean_file", metadata, _id(), _belongs_to("approval"), _sealed())

attachment = Table(
    "attachment",
    metadata,
    _id(),
    _belongs_to("draft"),
    _sealed(),
    Column("content", LargeBinary, nullable=False),
    _time("at"),
)

edition = Table(
    "edition", metadata, _id(), Column("content", LargeBinary, nullable=False), _time("created_at")
)

proposal = Table(
    "proposal",
    metadata,
    _id(),
    _belongs_to("organisation"),
    *(_sealed(name) for name in ("sealed", "docx", "twin", "former", "report")),
    _time("at"),
    _time("ended_at", required=False),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _time("at"),
    _word("actor"),
    _word("role"),
    _word("act"),
    _word("object"),
    _word("result"),
    Column("hash", String(64), nullable=False),
)

session = Table(
    "session",
    metadata,
    _id(),
    _belongs_to("person"),
    _sealed(),
    _time("started_at"),
    _time("seen_at"),
    _time("ends_at"),
    _number("idle_seconds"),
)

sign_in = Table(
    "sign_in",
    metadata,
    _id(),
    _belongs_to("person"),
    _time("issued_at"),
    _time("expires_at"),
    _time("used_at", required=False),
)

idempotency = Table("idempotency", metadata, _id(), _sealed(), _time("at"))
