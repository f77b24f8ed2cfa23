-- What exchange files need (docs/architecture.md, "Exchange").

-- The office: the same in every copy of its database.
CREATE TABLE office (id INTEGER PRIMARY KEY CHECK (id = 1), uid BLOB NOT NULL);
INSERT INTO office (id, uid) SELECT 1, uid FROM replica WHERE is_self = 1;

ALTER TABLE replica ADD COLUMN machine TEXT;     -- of the replica that this file is: where it writes
ALTER TABLE replica ADD COLUMN person INTEGER;   -- the user of a laptop, for a login that the file does not know
ALTER TABLE replica ADD COLUMN heard_at INTEGER; -- UTC ms at which its last file was written
ALTER TABLE hybrid_clock ADD COLUMN news INTEGER NOT NULL DEFAULT 0; -- rows of others came since the last own one

-- Who knew of what is told by `knows`; the version of the record alone could not tell it.
ALTER TABLE journal DROP COLUMN base_origin;
ALTER TABLE journal DROP COLUMN base_sequence;
ALTER TABLE journal ADD COLUMN knows TEXT;       -- JSON {origin uid: last sequence}: what the writer had of others
ALTER TABLE journal ADD COLUMN merged TEXT;      -- JSON {field: [before, after]}: what it did here, where the patch says otherwise
-- Two laptops may each make a type of one code: the journal names it by its table, which is named from the uid.
UPDATE journal SET entity = (SELECT t.table_name FROM entity_type t WHERE t.code = entity)
    WHERE entity IN (SELECT t.code FROM entity_type t WHERE t.table_name <> t.code);
CREATE INDEX journal_record ON journal (entity, record) WHERE operation <> 'create' OR owner_type = 0;
CREATE INDEX journal_erased ON journal (uid) WHERE operation = 'erase';
CREATE INDEX journal_knows ON journal (origin, sequence) WHERE knows IS NOT NULL;

-- Row ids that an erased row had: they are not given again, for the journal still tells of it by them.
CREATE TABLE erased_id (table_name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

-- What other replicas are known to have: the version vectors of their last files.
CREATE TABLE replica_has (
    replica INTEGER NOT NULL REFERENCES replica,
    origin INTEGER NOT NULL REFERENCES replica,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (replica, origin)
) WITHOUT ROWID;

-- Writes that lost to one that did not know of them. Derived from the journal, the same in every replica.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    field TEXT NOT NULL,                         -- column code
    owner_type INTEGER,
    owner_id INTEGER,
    loser INTEGER NOT NULL REFERENCES journal,
    winner INTEGER NOT NULL REFERENCES journal,
    open INTEGER NOT NULL                        -- 0: somebody who knew both has written since
);
CREATE INDEX conflict_record ON conflict (entity, record, field);
CREATE INDEX conflict_winner ON conflict (winner);
CREATE INDEX conflict_open ON conflict (id) WHERE open = 1;

-- Files written and read, for the status page and for undo.
CREATE TABLE exchange_log (
    id INTEGER PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('written', 'read')),
    replica INTEGER REFERENCES replica,          -- who it is for, or from; NULL: for everybody
    at INTEGER NOT NULL,                         -- UTC ms
    file TEXT NOT NULL,                          -- its name, without folder
    changes INTEGER NOT NULL,                    -- journal rows
    act INTEGER REFERENCES act,                  -- of a reading
    first_row INTEGER,                           -- of a reading: the journal rows it brought
    last_row INTEGER
);
CREATE INDEX exchange_log_act ON exchange_log (act) WHERE act IS NOT NULL;
