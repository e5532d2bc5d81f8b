"""Run by Alembic, never imported: applies revisions to the connection it is handed.

The transaction is the caller's, so that all revisions happen together or not at all.
"""

from alembic import context

from onrecord.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA
)
context.run_migrations()
