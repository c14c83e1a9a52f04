"""The index of ``SearchEntry.folded``: words parted by single spaces, folded, found by how they begin.

Neither database may fold or part words in its own way. SQLite's ``ascii`` tokenizer parts at the spaces only,
since nothing else that is ASCII and no letter or digit is in it; PostgreSQL is given the words as an array.
"""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    """CREATE VIRTUAL TABLE store_search_words USING fts5(
        folded, content='store_searchentry', content_rowid='id',
        tokenize='ascii', detail='none', prefix='1 2 3')""",
    """CREATE TRIGGER store_search_added AFTER INSERT ON store_searchentry BEGIN
        INSERT INTO store_search_words(rowid, folded) VALUES (new.id, new.folded); END""",
    """CREATE TRIGGER store_search_removed AFTER DELETE ON store_searchentry BEGIN
        INSERT INTO store_search_words(store_search_words, rowid, folded)
        VALUES ('delete', old.id, old.folded); END""",
    """CREATE TRIGGER store_search_changed AFTER UPDATE OF folded ON store_searchentry BEGIN
        INSERT INTO store_search_words(store_search_words, rowid, folded)
        VALUES ('delete', old.id, old.folded);
        INSERT INTO store_search_words(rowid, folded) VALUES (new.id, new.folded); END""",
)

_POSTGRESQL = (
    """CREATE INDEX store_search_words ON store_searchentry
        USING gin (array_to_tsvector(string_to_array(folded, ' ')))""",
)


def _index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0001_records"),)
    operations = (migrations.RunPython(_index, migrations.RunPython.noop),)
