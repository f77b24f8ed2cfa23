-- What stands pinned on top of an item's timeline: a row of the journal, named as it travels. It belongs to item and row, so
-- that what is pinned in a deal is not pinned in its contact.
CREATE TABLE pin (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the item's and the version
    item_type INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    version TEXT NOT NULL,                   -- origin uid:sequence
    created_at INTEGER,
    created_by INTEGER REFERENCES user_account,
    deleted_at INTEGER
);
CREATE INDEX pin_item ON pin (item_type, item_id);
ALTER TABLE comment ADD COLUMN edited_at INTEGER;
-- Nothing ever wrote it: a pin is a record of its own.
ALTER TABLE comment DROP COLUMN pinned;
