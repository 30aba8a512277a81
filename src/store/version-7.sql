-- Version 7. Indexes alone; nothing that is recorded changes. Each of them is read before every
-- command, and most are written by some.
-- Of the open promises what a line of a page shows; the rest is looked up where it is wanted.
DROP INDEX promises_open;
CREATE INDEX promises_open ON promises (
    due_at, id, what, direction, person, owner, due_kind, due_local, due_zone, effort_minutes
) WHERE state = 'open';

-- An event is of a promise or of a person: those of persons stand under no promise.
DROP INDEX events_person;
DROP INDEX events_promise;
CREATE INDEX events_subject ON events (promise, person);
-- What happened to promises after they were added, by what it was and when.
DROP INDEX events_forgotten;
DROP INDEX events_moved;
DROP INDEX events_reviewed;
CREATE INDEX events_kind ON events (kind, at) WHERE kind <> 'added';
-- The steps of each import, and those of none.
DROP INDEX steps_imported;
DROP INDEX steps_own;
CREATE INDEX steps_imported ON steps (imported_by);
