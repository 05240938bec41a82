"""Bringing the tables of an older file up to those of this version, all or nothing."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.store.errors import Damaged, Newer


def upgrade(engine: Engine) -> None:
    """Apply every missing migration in one transaction; Newer if the file is ahead of this version."""
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "app.store:migrations")
        config.attributes["connection"] = connection
        script = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        _refuse_newer(current, script)
        if current != script.get_current_head():
            command.upgrade(config, "head")
            _refuse_loose_ends(connection)


def _refuse_newer(current: str | None, script: ScriptDirectory) -> None:
    known = {revision.revision for revision in script.walk_revisions()}
    if current is not None and current not in known:
        raise Newer(
            f"The data were written by a newer Draftwell (tables {current}); nothing was changed. "
            "Install that version or a later one."
        )


def _refuse_loose_ends(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Damaged("Rows would point to nothing after the change of tables, so nothing was changed.")
