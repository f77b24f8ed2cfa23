-- Files attached to items. The record travels and is undone as any other; its bytes stand once for all who name them.

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    owner_type INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    name TEXT NOT NULL,                      -- of the file, without folder
    size INTEGER NOT NULL,                   -- bytes
    digest TEXT NOT NULL,                    -- SHA-256 of the contents, hexadecimal
    created_at INTEGER,
    created_by INTEGER REFERENCES user_account,
    deleted_at INTEGER
);
CREATE INDEX attachment_owner ON attachment (owner_type, owner_id);
CREATE INDEX attachment_digest ON attachment (digest);

-- Not journalled: a digest names its bytes for ever. Travels in exchange files beside the journal.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
);
