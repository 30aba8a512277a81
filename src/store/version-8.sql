-- Version 8. Names alone; nothing that is recorded changes.
-- Each as it was typed, beside what it is found by: completion reads nothing else.
ALTER TABLE names RENAME TO names_before;
CREATE TABLE names (
    folded TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id),
    typed TEXT NOT NULL,
    is_alias INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO names
    SELECT folded, person, coalesce(alias, name), alias IS NOT NULL
    FROM names_before JOIN people ON people.id = person WHERE known = 1;
DROP TABLE names_before;
CREATE INDEX names_person ON names (person);
