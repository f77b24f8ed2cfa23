-- Exchange files that can be trusted: who signed what, two files under one name, what could not be applied
-- (docs/decisions/0024, docs/file-format.md).

ALTER TABLE replica ADD COLUMN public_key BLOB;        -- Ed25519; NULL: not known
ALTER TABLE replica ADD COLUMN introduced_by INTEGER;  -- the replica that vouches for the key
ALTER TABLE replica ADD COLUMN introduction BLOB;      -- … its signature
ALTER TABLE replica ADD COLUMN branch_of INTEGER;      -- two files wrote under one name: this is the second one's history
ALTER TABLE replica ADD COLUMN branch_after INTEGER NOT NULL DEFAULT 0; -- … from the sequence after this one on

-- Secret keys of this file's own replicas. In no export, and in no copy that is made for somebody else.
CREATE TABLE replica_secret (replica INTEGER PRIMARY KEY, secret BLOB NOT NULL);

-- The running hash over an origin's rows as they travel, at some of its sequences. It can be computed from the rows.
CREATE TABLE chain_mark (
    origin INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    value BLOB NOT NULL,
    signature BLOB,                          -- of the origin, where it signed this value
    signed_as BLOB,                          -- uid under which it signed; NULL: its own
    PRIMARY KEY (origin, sequence)
) WITHOUT ROWID;

-- Journal rows that could not be applied, and why. They are tried again at every reading.
CREATE TABLE set_aside (journal INTEGER PRIMARY KEY, reason TEXT NOT NULL);

ALTER TABLE journal ADD COLUMN author_uid BLOB;        -- of an author whom this file does not know

-- The number of the last seat code given here, so that none is given twice; and copies that are being made.
CREATE TABLE seat_counter (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL);
INSERT INTO seat_counter (id, last) VALUES (1, 1);
CREATE TABLE unfinished_copy (
    path TEXT PRIMARY KEY,
    person BLOB                              -- uid of the user who was made for it; NULL: of one who was there
);
