"""The first schema, what makes it searchable: the index, and triggers that write down whatever came, changed or went.

The triggers only say which rows to look at (`to_find`); just before each commit `store/search.py` folds and indexes
them. No trigger calls a function of ours: the schema is not trusted (`trusted_schema=OFF`).
"""

from __future__ import annotations

from alembic.operations import Operations

TABLES = (
    "CREATE TABLE to_find (kind TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (kind, row)) WITHOUT ROWID",
    """CREATE TABLE found (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, row INTEGER NOT NULL,
    space_id INTEGER NOT NULL, session_id INTEGER, day TEXT, text TEXT NOT NULL, folded TEXT NOT NULL,
    tags TEXT NOT NULL, UNIQUE (kind, row))""",
    """CREATE VIRTUAL TABLE found_words USING fts5 (folded, tags, content='found', content_rowid='id',
    tokenize='ascii', prefix='1 2')""",
    "INSERT INTO found_words (found_words, rank) VALUES ('secure-delete', 1)",
)

"""The prefixes double the index; without them a word just begun takes ten times as long (10,000 decisions: 16 ms)."""

_LINES = {
    "decision": "question, title, words, next_step",
    "need": "text, words, sentence, answer, met, place, decision_id",
    "action": "text, session_id, decision_id",
    "agenda_item": "title",
    "point": "text, item_id",
    "agreement_line": "text, since",
    "learned": "text, session_id",
    "brought_paragraph": "text, brought_id",
}
"""Each table of searched lines, and the columns whose change changes what is found."""

_KINDS = {"agenda_item": "item", "agreement_line": "agreement", "brought_paragraph": "brought"}

_OF_DECISION = (
    "SELECT 'decision', {row}.id",
    "SELECT 'need', id FROM need WHERE decision_id = {row}.id",
    "SELECT 'action', id FROM action WHERE decision_id = {row}.id",
)
_OF_ITEM = ("SELECT 'item', {row}.id", "SELECT 'point', id FROM point WHERE item_id = {row}.id")
_ON_THEME = tuple(line.replace("{row}.id", "{row}.decision_id") for line in _OF_DECISION)
_AGREED_THEN = (
    "SELECT 'agreement', id FROM agreement_line WHERE space_id = {row}.space_id AND since = {row}.date",
)  # fmt: skip
_OF_SESSION = (
    "SELECT 'decision', id FROM decision WHERE session_id = {row}.id",
    "SELECT 'need', need.id FROM need JOIN decision ON decision.id = decision_id WHERE session_id = {row}.id",
    "SELECT 'action', id FROM action WHERE session_id = {row}.id",
    "SELECT 'item', id FROM agenda_item WHERE session_id = {row}.id",
    "SELECT 'point', point.id FROM point JOIN agenda_item ON agenda_item.id = item_id WHERE session_id = {row}.id",
    "SELECT 'learned', id FROM learned WHERE session_id = {row}.id",
    *_AGREED_THEN,
)

_AROUND = (
    ("need", "INSERT", ("SELECT 'decision', {row}.decision_id",)),
    ("need", "DELETE", ("SELECT 'decision', {row}.decision_id",)),
    ("need", "UPDATE OF words, sentence, answer, met, place, decision_id", ("SELECT 'decision', {row}.decision_id",)),
    ("decision", "UPDATE OF ending, standing, look_again, next_look, session_id, space_id", _OF_DECISION),
    ("decision_theme", "INSERT", _ON_THEME),
    ("decision_theme", "DELETE", _ON_THEME),
    ("decision_theme", "UPDATE OF decision_id, theme_id", _ON_THEME),
    ("agenda_item", "UPDATE OF session_id, space_id", _OF_ITEM),
    ("session", "INSERT", _AGREED_THEN),
    ("session", "DELETE", _AGREED_THEN),
    ("session", "UPDATE OF date, space_id", _OF_SESSION),
    (
        "brought",
        "UPDATE OF date, space_id",
        ("SELECT 'brought', id FROM brought_paragraph WHERE brought_id = {row}.id",),
    ),
)
"""What changes a line from beside it: its day, its space, how its decision stands, what was added to a decision."""


def finding(op: Operations) -> None:
    """Make the index and its triggers; every table that is searched must be there."""
    for words in TABLES:
        op.execute(words)
    for table, columns in _LINES.items():
        own = (f"SELECT '{_KINDS.get(table, table)}', {{row}}.id",)
        for event in ("INSERT", "DELETE", f"UPDATE OF {columns}"):
            _trigger(op, "line", table, event, own)
    for table, event, lines in _AROUND:
        _trigger(op, "around", table, event, lines)


def _trigger(op: Operations, what: str, table: str, event: str, lines: tuple[str, ...]) -> None:
    did = event.split(maxsplit=1)[0]
    rows = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}[did]
    body = " ".join(f"INSERT OR IGNORE INTO to_find {line.format(row=row)};" for row in rows for line in lines)
    name = f"find_{what}_{table}_{did.lower()}"
    op.execute(f'CREATE TRIGGER {name} AFTER {event} ON "{table}" FOR EACH ROW BEGIN {body} END')
