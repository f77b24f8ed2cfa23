-- Whom an activity invites by e-mail and what they answered (docs/decisions/0091). An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code = 'guests'
    AND entity_type = (SELECT t.id FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB));
INSERT INTO field (uid, entity_type, code, type, multiple, system, editable, column_name, position)
    SELECT CAST('sys-field-008433' AS BLOB), t.id, 'guests', 'email', 1, 1, 0, 'guests', 38
    FROM entity_type t WHERE t.uid = CAST('sys-etype-000005' AS BLOB);
