"""Run by alembic with the connection that `minutes.migrating` hands over."""

from alembic import context

from verbale.minutes.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
