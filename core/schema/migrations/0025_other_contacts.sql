-- Several people can be an item's clients: beside the first one stand the others, as deals have them already.
-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('contacts')
    AND entity_type IN (SELECT t.id FROM entity_type t WHERE t.uid IN (CAST('sys-etype-000001' AS BLOB)));
INSERT INTO field (uid, entity_type, code, type, multiple, system, editable, column_name, target, section, position)
    SELECT CAST('sys-field-000320' AS BLOB), t.id, 'contacts', 'link', 1, 1, 1, 'contacts', 'contact', s.id, 10
    FROM entity_type t, section s WHERE t.code = 'lead' AND s.uid = CAST('sys-sectn-000001' AS BLOB);
