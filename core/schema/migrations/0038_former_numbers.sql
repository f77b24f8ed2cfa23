-- What two seats make under one identity, the next one of a series, each has given a number of its own: it bears one of them, and is
-- found by all of them (docs/decisions/0107). Identities that come from a key are of version 5. Kept: core/store/commit/given_numbers.
CREATE TABLE given_number (
    number TEXT NOT NULL,
    entity TEXT NOT NULL,
    uid BLOB NOT NULL,
    PRIMARY KEY (number, entity, uid)
) WITHOUT ROWID;
INSERT OR IGNORE INTO given_number (number, entity, uid)
    SELECT json_extract(patch, '$.number'), entity, uid FROM journal
    WHERE operation = 'create' AND substr(uid, 7, 1) BETWEEN x'50' AND x'5F' AND json_valid(patch)
    AND json_type(patch, '$.number') = 'text';
