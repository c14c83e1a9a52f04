"""The one Django app: models, migrations, and the queries every reader goes through."""
