"""Lay down every table of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _office()
    _matters()
    _answers()
    _signing_in()
    _records()


def downgrade() -> None:
    raise NotImplementedError("Going back is restoring a backup.")


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _to(table: str, *, optional: bool = False) -> sa.Column[str]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(64), target, nullable=optional, index=True)


def _blob(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _time(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(27), nullable=optional)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(80), nullable=False)


def _office() -> None:
    op.create_table("organisation", _id())
    disabled = _time("disabled_at", optional=True)
    op.create_table(
        "person", _id(), _to("organisation"), _word("role"), _blob("sealed"), _time("created_at"), disabled
    )


def _matters() -> None:
    owner = sa.Column("owner_id", sa.String(64), sa.ForeignKey("person.id"), nullable=False, index=True)
    dates = (_time("created_at"), _time("updated_at"))
    op.create_table("matter", _id(), _to("organisation"), owner, _number("revision"), _blob("sealed"), *dates)
    target = sa.ForeignKey("matter.id", ondelete="CASCADE")
    whose = sa.Column("matter_id", sa.String(64), target, nullable=True, unique=True)
    op.create_table("vault_key", _id(), _to("organisation"), whose, _blob("wrapped"))
    dates = (_time("created_at"), _time("updated_at"))
    op.create_table("draft", _id(), _to("matter"), _number("revision"), _blob("sealed"), *dates)


def _answers() -> None:
    draft = _to("draft", optional=True)
    op.create_table("item", _id(), _to("matter"), draft, _number("position"), _blob("sealed"))
    places = (_to("draft", optional=True), _to("item", optional=True))
    op.create_table("answer", _id(), _to("matter"), *places, _blob("sealed"))
    op.create_table("lift", _id(), _to("draft"), _blob("sealed"), _time("lifted_at"))


def _signing_in() -> None:
    times = (_time("started_at"), _time("seen_at"), _time("ends_at"))
    op.create_table("session", _id(), _to("person"), _blob("sealed"), *times, _number("idle_seconds"))
    used = _time("used_at", optional=True)
    op.create_table("sign_in", _id(), _to("person"), _time("issued_at"), _time("expires_at"), used)


def _records() -> None:
    op.create_table("edition", _id(), _blob("content"), _time("created_at"))
    number = sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)
    words = [_word(name) for name in ("actor", "role", "act", "object", "result")]
    op.create_table("journal", number, _time("at"), *words, sa.Column("hash", sa.String(64), nullable=False))
    op.create_table("idempotency", _id(), _blob("sealed"), _time("at"))
