-- Stages and pipelines in daily use: what a stage requires, why something was won or lost; saved filters.

-- A field is required from one stage on, to another one of the same pipeline.
CREATE TABLE stage_rule (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    field INTEGER NOT NULL REFERENCES field,
    pipeline INTEGER NOT NULL REFERENCES pipeline,
    first_stage INTEGER NOT NULL REFERENCES stage,
    last_stage INTEGER NOT NULL REFERENCES stage,
    deleted_at INTEGER
);

-- A filter that somebody saved: text as --where takes it.
CREATE TABLE preset (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    entity_type INTEGER NOT NULL REFERENCES entity_type,
    person INTEGER REFERENCES user_account,  -- whose it is; NULL: everybody's
    name TEXT NOT NULL,
    conditions TEXT,
    search TEXT,
    position INTEGER,
    deleted_at INTEGER
);
CREATE INDEX preset_type ON preset (entity_type, position);

-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('outcome_reason', 'outcome_comment')
    AND entity_type IN (SELECT t.id FROM entity_type t WHERE t.uid IN (CAST('sys-etype-000001' AS BLOB), CAST('sys-etype-000002' AS BLOB)));
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, section, position)
    SELECT CAST('sys-field-000301' AS BLOB), t.id, 'outcome_reason', 'list', 1, 1, 1, 'outcome_reason', s.id, 60
    FROM entity_type t, section s WHERE t.code = 'lead' AND s.uid = CAST('sys-sectn-000004' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, section, position)
    SELECT CAST('sys-field-000302' AS BLOB), t.id, 'outcome_comment', 'text', 1, 1, 1, 'outcome_comment', s.id, 61
    FROM entity_type t, section s WHERE t.code = 'lead' AND s.uid = CAST('sys-sectn-000004' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, section, position)
    SELECT CAST('sys-field-000303' AS BLOB), t.id, 'outcome_reason', 'list', 1, 1, 1, 'outcome_reason', s.id, 60
    FROM entity_type t, section s WHERE t.code = 'deal' AND s.uid = CAST('sys-sectn-000007' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, section, position)
    SELECT CAST('sys-field-000304' AS BLOB), t.id, 'outcome_comment', 'text', 1, 1, 1, 'outcome_comment', s.id, 61
    FROM entity_type t, section s WHERE t.code = 'deal' AND s.uid = CAST('sys-sectn-000007' AS BLOB);

INSERT INTO list_value (uid, field, code, position)
    SELECT CAST('sys-value-00030' || v.n AS BLOB), f.id, v.code, v.n
    FROM field f, (SELECT 1 AS n, 'price' AS code UNION ALL SELECT 2, 'rival' UNION ALL SELECT 3, 'no_need'
        UNION ALL SELECT 4, 'no_answer' UNION ALL SELECT 5, 'not_a_client' UNION ALL SELECT 6, 'other') v
    WHERE f.uid = CAST('sys-field-000301' AS BLOB);
INSERT INTO list_value (uid, field, code, position)
    SELECT CAST('sys-value-00031' || v.n AS BLOB), f.id, v.code, v.n
    FROM field f, (SELECT 1 AS n, 'price' AS code UNION ALL SELECT 2, 'rival' UNION ALL SELECT 3, 'no_need'
        UNION ALL SELECT 4, 'no_answer' UNION ALL SELECT 5, 'terms' UNION ALL SELECT 6, 'other') v
    WHERE f.uid = CAST('sys-field-000303' AS BLOB);
