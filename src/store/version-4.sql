-- Version 4. Where the histories of two machines meet: the order in which events count, where it
-- need not be that in which they were recorded here. Events without a rank come after those with.
CREATE TABLE ranks (
    event INTEGER PRIMARY KEY REFERENCES events (seq),
    rank INTEGER NOT NULL
) STRICT;

-- What follows is the bookkeeping of `sync`: no events, and no part of any step.
-- The folders that promises were synced with.
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
) STRICT;

-- What stood in the file of a promise when both sides were last the same.
CREATE TABLE synced (
    folder INTEGER NOT NULL REFERENCES folders (id),
    promise INTEGER NOT NULL REFERENCES promises (id),
    uid TEXT NOT NULL,
    file TEXT NOT NULL,
    -- A hash of the file.
    hash INTEGER NOT NULL,
    -- The last event of the promise that the file tells of.
    last_event INTEGER NOT NULL,
    -- The name of its person here, as then written.
    name TEXT NOT NULL,
    -- What any program reads in the file, as JSON.
    plain TEXT NOT NULL,
    PRIMARY KEY (folder, promise)
) STRICT, WITHOUT ROWID;
CREATE INDEX synced_promise ON synced (promise);
