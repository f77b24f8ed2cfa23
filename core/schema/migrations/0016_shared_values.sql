-- A list may offer the choices of another field: "Source" of leads, deals, contacts and companies is one list, and so is the
-- form of address (docs/decisions/0067).
ALTER TABLE field ADD COLUMN values_from INTEGER REFERENCES field;

-- The value that took the place of this one. Rows of the journal go on naming this one, and mean that.
ALTER TABLE list_value ADD COLUMN merged_into INTEGER REFERENCES list_value;

UPDATE field SET values_from = (SELECT l.id FROM field l JOIN entity_type t ON t.id = l.entity_type
        WHERE t.code = 'lead' AND l.code = field.code)
    WHERE type = 'list' AND code IN ('source', 'honorific') AND hex(uid) LIKE '7379732D%'
        AND entity_type IN (SELECT id FROM entity_type WHERE code IN ('deal', 'contact', 'company'));

UPDATE list_value SET merged_into = (SELECT v.id FROM list_value v JOIN field f ON f.values_from = v.field
        WHERE f.id = list_value.field AND v.code = list_value.code AND hex(v.uid) LIKE '7379732D%')
    WHERE hex(uid) LIKE '7379732D%' AND field IN (SELECT id FROM field WHERE values_from IS NOT NULL);
