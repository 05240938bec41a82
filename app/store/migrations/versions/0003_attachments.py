"""Room for the files of exhibits, each sealed under its matter's key and gone with its draft."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("attachment", _id(), _to("draft"), _sealed("sealed"), _sealed("content"), _time("at"))


def downgrade() -> None:
    raise NotImplementedError("Going back is restoring a backup.")


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(64), primary_key=True)


def _to(table: str) -> sa.Column[str]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.String(64), target, nullable=False, index=True)


def _sealed(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _time(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(27), nullable=False)
