-- Resources (rooms, equipment, people, services) and who and what is busy when (docs/decisions/0084).
-- An office may have called a type or a field of its own so.
UPDATE field SET target = target || '_' || lower(substr((SELECT hex(t.uid) FROM entity_type t WHERE t.code = field.target), 29))
    WHERE target IN ('resource', 'resource_hours');
UPDATE entity_type SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('resource', 'resource_hours');
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('resources', 'overlap_accepted')
    AND entity_type = (SELECT t.id FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB));

INSERT INTO entity_type (uid, code, icon, position, is_item, has_stages, has_pipelines, has_client, has_products, has_activities, table_name)
    VALUES (CAST('sys-etype-000084' AS BLOB), 'resource', 'resource', 6, 1, 0, 0, 0, 0, 0, 'resource');
INSERT INTO section (uid, entity_type, code, position)
    SELECT CAST('sys-sectn-00084' || s.n AS BLOB), t.id, s.code, s.n
    FROM entity_type t, (SELECT 1 AS n, 'main' AS code UNION ALL SELECT 2, 'booking' UNION ALL SELECT 3, 'more') s
    WHERE t.uid = CAST('sys-etype-000084' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, multiple, required, indexed, system, editable, significant, column_name, section, position, default_value)
    SELECT CAST('sys-field-0084' || substr('00' || f.n, -2) AS BLOB), t.id, f.code, f.type, 0, f.required, f.indexed, 1, 1,
        f.significant, f.code, (SELECT s.id FROM section s WHERE s.uid = CAST('sys-sectn-00084' || f.section AS BLOB)), f.n,
        f.default_value
    FROM entity_type t, (
        SELECT 1 AS n, 'title' AS code, 'string' AS type, 1 AS required, 1 AS indexed, 1 AS significant, 1 AS section, NULL AS default_value
        UNION ALL SELECT 2, 'resource_kind', 'list', 0, 1, 0, 1, NULL
        UNION ALL SELECT 3, 'person', 'user', 0, 0, 0, 1, NULL
        UNION ALL SELECT 4, 'capacity', 'integer', 0, 0, 0, 1, NULL
        UNION ALL SELECT 5, 'colour', 'string', 0, 0, 0, 1, NULL
        UNION ALL SELECT 6, 'active', 'boolean', 0, 1, 0, 1, '1'
        UNION ALL SELECT 7, 'slot', 'integer', 0, 0, 0, 2, NULL
        UNION ALL SELECT 8, 'buffer_before', 'integer', 0, 0, 0, 2, NULL
        UNION ALL SELECT 9, 'buffer_after', 'integer', 0, 0, 0, 2, NULL
        UNION ALL SELECT 10, 'overlap', 'boolean', 0, 0, 0, 2, NULL
        UNION ALL SELECT 11, 'responsible', 'user', 0, 1, 0, 3, NULL
        UNION ALL SELECT 12, 'description', 'text', 0, 0, 0, 3, NULL) f
    WHERE t.uid = CAST('sys-etype-000084' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, indexed, system, editable, column_name, position)
    SELECT CAST('sys-field-0084' || (20 + f.n) AS BLOB), t.id, f.code, f.type, f.indexed, 1, 0, f.code, 20 + f.n
    FROM entity_type t, (SELECT 1 AS n, 'created_at' AS code, 'datetime' AS type, 1 AS indexed
        UNION ALL SELECT 2, 'created_by', 'user', 0
        UNION ALL SELECT 3, 'modified_at', 'datetime', 1
        UNION ALL SELECT 4, 'modified_by', 'user', 0) f
    WHERE t.uid = CAST('sys-etype-000084' AS BLOB);
INSERT INTO list_value (uid, field, code, position)
    SELECT CAST('sys-value-00084' || v.n AS BLOB), f.id, v.code, v.n
    FROM field f, (SELECT 1 AS n, 'room' AS code UNION ALL SELECT 2, 'equipment' UNION ALL SELECT 3, 'person' UNION ALL SELECT 4, 'service') v
    WHERE f.uid = CAST('sys-field-008402' AS BLOB);

INSERT INTO field (uid, entity_type, code, type, multiple, system, editable, column_name, target, position)
    SELECT CAST('sys-field-008431' AS BLOB), t.id, 'resources', 'link', 1, 1, 1, 'resources', 'resource', 36
    FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, system, editable, column_name, position)
    SELECT CAST('sys-field-008432' AS BLOB), t.id, 'overlap_accepted', 'boolean', 1, 1, 'overlap_accepted', 37
    FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB);

-- When a resource can be booked on a weekday; without one, when the office works.
CREATE TABLE resource_hours (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the resource and the weekday
    resource INTEGER NOT NULL,
    weekday TEXT NOT NULL,                   -- '1' (Monday) to '7'
    hours TEXT,                              -- '09:00-13:00,14:00-18:00', or 'off'; NULL: as the office
    deleted_at INTEGER
);
CREATE INDEX resource_hours_resource ON resource_hours (resource);

-- When people and resources are taken by open activities that begin and end, kept by the commits. Computed anew by the program.
CREATE TABLE busy (
    is_person INTEGER NOT NULL,              -- 1: `who` is a user, 0: a resource
    who INTEGER NOT NULL,
    starts INTEGER NOT NULL,                 -- UTC ms
    activity INTEGER NOT NULL,
    ends INTEGER NOT NULL,                   -- UTC ms; whole days have 24 hours each here
    hold_until INTEGER,                      -- it is over then
    is_long INTEGER NOT NULL,                -- it lasts longer than a day
    PRIMARY KEY (is_person, who, starts, activity)
) WITHOUT ROWID;
CREATE INDEX busy_activity ON busy (activity);
-- Others begin at most a day before the time that is asked for.
CREATE INDEX busy_long ON busy (is_person, who, ends) WHERE is_long = 1;
