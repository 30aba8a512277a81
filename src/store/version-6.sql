-- Version 6. Indexes alone; nothing that is recorded changes.
-- The names of people by their numbers, close together: a page of thousands of lines looks up
-- thousands of them.
CREATE INDEX people_called ON people (id, name);
-- What another index begins with, too.
DROP INDEX promises_person;
