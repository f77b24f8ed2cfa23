-- What an attached file is to its item: nothing more (null), or the value of one of its fields ('field'), in whose column its
-- row id stands. Those columns held text so far; the program makes them anew (core/store/commit/item_tables).
ALTER TABLE attachment ADD COLUMN role TEXT;
