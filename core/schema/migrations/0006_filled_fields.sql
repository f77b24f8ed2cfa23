-- Which fields an item has filled in (docs/decisions/0017). The column `filled` of the item tables names a row of it.

CREATE TABLE filled_fields (
    id INTEGER PRIMARY KEY,
    fields TEXT NOT NULL UNIQUE -- ids of the fields between commas: ",3,17,"
);
