-- What a follower has yet to look at: records that an act wrote, by row id, as a JSON array. Written with the act and taken
-- away with what follows (docs/decisions/0046).
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    follower TEXT NOT NULL,
    act INTEGER NOT NULL REFERENCES act,
    record_table TEXT NOT NULL,
    records TEXT NOT NULL
);

-- A lead of a client who is known already.
-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('repeat')
    AND entity_type IN (SELECT t.id FROM entity_type t WHERE t.uid IN (CAST('sys-etype-000001' AS BLOB)));
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, section, position)
    SELECT CAST('sys-field-000305' AS BLOB), t.id, 'repeat', 'boolean', 1, 1, 1, 'repeat', s.id, 62
    FROM entity_type t, section s WHERE t.code = 'lead' AND s.uid = CAST('sys-sectn-000001' AS BLOB);
