"""Room for proposed Word templates, each file sealed under the office's key."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    sealed = [_sealed(name) for name in ("sealed", "docx", "twin", "former", "report")]
    times = [_time("at", required=True), _time("ended_at", required=False)]
    op.create_table("proposal", _id(), _to("organisation"), *sealed, *times)


def downgrade() -> None:
    raise NotImplementedError("Going back is restoring a backup.")


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _to(table: str) -> sa.Column[str]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(64), target, nullable=False, index=True)


def _sealed(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _time(name: str, *, required: bool) -> sa.Column[str]:
    return sa.Column(name, sa.String(27), nullable=not required)
