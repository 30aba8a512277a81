-- Version 1. Events are the truth; promises, people, names and tags are their result.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- The step that this one undoes or redoes.
    target INTEGER REFERENCES steps (id),
    -- The step that took this one out of effect.
    undone_by INTEGER REFERENCES steps (id),
    -- The import that brought this step: it is not undone by itself.
    imported_by INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name TEXT NOT NULL,
    -- 0 once the step that recorded the person is undone.
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    organisation TEXT,
    zone TEXT,
    email TEXT,
    phone TEXT,
    recorded_at INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- Names and aliases of known people, folded for comparison.
CREATE TABLE names (
    folded TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id),
    -- As typed, where it is an alias.
    alias TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX names_person ON names (person);

CREATE TABLE promises (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    what TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('mine', 'theirs')),
    person INTEGER NOT NULL REFERENCES people (id),
    owner TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'broken', 'released', 'void')),
    -- Deadlines: local time, zone and kind count; the UTC second is a cache of them.
    due_kind TEXT NOT NULL CHECK (due_kind IN ('day', 'wall', 'instant')),
    due_local TEXT NOT NULL,
    due_zone TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    first_kind TEXT NOT NULL CHECK (first_kind IN ('day', 'wall', 'instant')),
    first_local TEXT NOT NULL,
    first_zone TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    negotiated_kind TEXT NOT NULL CHECK (negotiated_kind IN ('day', 'wall', 'instant')),
    negotiated_local TEXT NOT NULL,
    negotiated_zone TEXT NOT NULL,
    negotiated_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    settled_at INTEGER,
    via TEXT,
    effort_minutes INTEGER,
    standard TEXT,
    key TEXT,
    corrections INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
-- What `due` and the default `list` read: it grows with what is open, not with history.
CREATE INDEX promises_open ON promises (due_at) WHERE state = 'open';
CREATE INDEX promises_due ON promises (due_at);
CREATE INDEX promises_person ON promises (person, due_at);
CREATE INDEX promises_owner ON promises (owner, due_at) WHERE owner IS NOT NULL;
-- A key is free again once its promise is void.
CREATE UNIQUE INDEX promises_key ON promises (key) WHERE key IS NOT NULL AND state <> 'void';

CREATE TABLE tags (
    promise INTEGER NOT NULL REFERENCES promises (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (promise, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_tag ON tags (tag);

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    step INTEGER NOT NULL REFERENCES steps (id),
    promise INTEGER REFERENCES promises (id),
    person INTEGER REFERENCES people (id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT,
    -- The event that this one undoes or redoes.
    target INTEGER REFERENCES events (seq),
    checksum INTEGER NOT NULL,
    CHECK ((promise IS NULL) <> (person IS NULL))
) STRICT;
CREATE INDEX events_promise ON events (promise) WHERE promise IS NOT NULL;
CREATE INDEX events_person ON events (person) WHERE person IS NOT NULL;
CREATE INDEX events_step ON events (step);

CREATE TABLE changes (
    event INTEGER NOT NULL REFERENCES events (seq),
    place INTEGER NOT NULL,
    field TEXT NOT NULL,
    old ANY,
    new ANY,
    PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;
CREATE TRIGGER changes_last BEFORE DELETE ON changes
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

-- The words of promises; the texts themselves stay where they are recorded.
CREATE VIRTUAL TABLE words USING fts5 (
    what, names, notes,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
