-- What activities consist of besides: when and where they are, who takes part, what came of them; what their kinds have and do;
-- the steps of a task; which times of a series are not as its rule says (docs/decisions/0083).
-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('start', 'all_day', 'participants', 'priority',
        'address', 'link', 'location', 'result', 'result_kind', 'colour', 'time_zone', 'transparency', 'hold_until', 'ics_uid',
        'ics_sequence')
    AND entity_type = (SELECT t.id FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB));
INSERT INTO field (uid, entity_type, code, type, multiple, indexed, system, editable, column_name, position)
    SELECT CAST('sys-field-0083' || substr('00' || f.n, -2) AS BLOB), t.id, f.code, f.type, f.multiple, f.indexed, 1, f.editable,
        f.code, 20 + f.n
    FROM entity_type t, (
        SELECT 1 AS n, 'start' AS code, 'datetime' AS type, 0 AS multiple, 1 AS indexed, 1 AS editable
        UNION ALL SELECT 2, 'all_day', 'boolean', 0, 0, 1
        UNION ALL SELECT 3, 'participants', 'user', 1, 0, 1
        UNION ALL SELECT 4, 'priority', 'list', 0, 0, 1
        UNION ALL SELECT 5, 'address', 'address', 0, 0, 1
        UNION ALL SELECT 6, 'link', 'url', 1, 0, 1
        UNION ALL SELECT 7, 'location', 'string', 0, 0, 1
        UNION ALL SELECT 8, 'result', 'text', 0, 0, 1
        UNION ALL SELECT 9, 'result_kind', 'list', 0, 0, 1
        UNION ALL SELECT 10, 'colour', 'string', 0, 0, 1
        UNION ALL SELECT 11, 'time_zone', 'string', 0, 0, 1
        UNION ALL SELECT 12, 'transparency', 'list', 0, 0, 1
        UNION ALL SELECT 13, 'hold_until', 'datetime', 0, 0, 1
        UNION ALL SELECT 14, 'ics_uid', 'string', 0, 1, 0
        UNION ALL SELECT 15, 'ics_sequence', 'integer', 0, 0, 0) f
    WHERE t.uid = CAST('sys-etype-000005' AS BLOB);

INSERT INTO list_value (uid, field, code, position)
    SELECT CAST('sys-value-0083' || v.list || v.n AS BLOB), f.id, v.code, v.n
    FROM field f, (
        SELECT 0 AS list, 1 AS n, 'high' AS code, 'sys-field-008304' AS field
        UNION ALL SELECT 0, 2, 'normal', 'sys-field-008304'
        UNION ALL SELECT 0, 3, 'low', 'sys-field-008304'
        UNION ALL SELECT 1, 1, 'reached', 'sys-field-008309'
        UNION ALL SELECT 1, 2, 'no_answer', 'sys-field-008309'
        UNION ALL SELECT 1, 3, 'call_back', 'sys-field-008309'
        UNION ALL SELECT 1, 4, 'refused', 'sys-field-008309'
        UNION ALL SELECT 1, 5, 'wrong_number', 'sys-field-008309'
        UNION ALL SELECT 2, 1, 'busy', 'sys-field-008312'
        UNION ALL SELECT 2, 2, 'free', 'sys-field-008312'
        UNION ALL SELECT 2, 3, 'tentative', 'sys-field-008312') v
    WHERE f.uid = CAST(v.field AS BLOB);

-- What a kind of activities has and does, where that is not as the program has it. 'none' says that there is nothing.
CREATE TABLE activity_kind (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the value
    value INTEGER NOT NULL REFERENCES list_value,
    icon TEXT,
    duration INTEGER,                        -- minutes
    reminders TEXT,                          -- minutes before the deadline, comma-separated
    deadline TEXT,                           -- in words, as people write it
    blocks TEXT,                             -- shown on a new one, comma-separated
    suggests INTEGER REFERENCES list_value,  -- the kind that comes after it
    suggests_after TEXT,                     -- … and when, in words
    asks_result INTEGER,                     -- completing one asks what came of it
    reminds_participants INTEGER,
    deleted_at INTEGER
);

-- A step of an activity.
CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- of what a series makes: derived from the activity's and the step's before
    activity INTEGER NOT NULL,
    text TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    rank REAL,
    deleted_at INTEGER
);
CREATE INDEX checklist_item_activity ON checklist_item (activity, rank);

-- A time of a series that is not as its rule says: left out, or an activity of its own. The next one steps over it.
CREATE TABLE series_exception (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from series and occurrence
    series TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    kind TEXT NOT NULL,                      -- 'skipped', 'moved', 'ended': nothing comes from here on
    deleted_at INTEGER
);
CREATE INDEX series_exception_series ON series_exception (series, occurrence);
