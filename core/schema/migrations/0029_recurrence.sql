-- Recurring activities (docs/decisions/0081): the rule, whether the next one waits until this one is done, what the occurrences
-- have in common and which of them an activity is.
-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('recurrence', 'repeat_when_done', 'series', 'occurrence')
    AND entity_type = (SELECT t.id FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB));
INSERT INTO field (uid, entity_type, code, type, system, editable, column_name, position)
    SELECT CAST('sys-field-00081' || f.n AS BLOB), t.id, f.code, f.type, 1, f.editable, f.code, 15 + f.n
    FROM entity_type t, (
        SELECT 1 AS n, 'recurrence' AS code, 'string' AS type, 1 AS editable
        UNION ALL SELECT 2, 'repeat_when_done', 'boolean', 1
        UNION ALL SELECT 3, 'series', 'string', 0
        UNION ALL SELECT 4, 'occurrence', 'string', 0) f
    WHERE t.uid = CAST('sys-etype-000005' AS BLOB);
