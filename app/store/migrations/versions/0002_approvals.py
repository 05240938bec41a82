"""Room for approvals and the clean copies that exist only while one stands."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    times = (_time("approved_at"), _time("ended_at", optional=True))
    op.create_table("approval", _id(), _to("draft"), _sealed(), *times)
    op.create_table("clean_file", _id(), _to("approval"), _sealed())


def downgrade() -> None:
    raise NotImplementedError("Going back is restoring a backup.")


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _to(table: str) -> sa.Column[str]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(64), target, nullable=False, index=True)


def _sealed() -> sa.Column[bytes]:
    return sa.Column("sealed", sa.LargeBinary, nullable=False)


def _time(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(27), nullable=optional)
