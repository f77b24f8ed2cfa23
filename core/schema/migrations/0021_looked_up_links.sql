-- Links of single items are looked up from their other end: merging and deleting ask who leads to an item. The program makes
-- the indexes, since the tables are its own.
UPDATE field SET indexed = 1 WHERE type = 'link' AND multiple = 0;
