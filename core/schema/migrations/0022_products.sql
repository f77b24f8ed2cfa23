-- Products: rows that items have, and the catalogue that they are taken from (docs/decisions/0075).
-- An office may have called a type of its own so.
UPDATE field SET target = target || '_' || lower(substr((SELECT hex(t.uid) FROM entity_type t WHERE t.code = field.target), 29))
    WHERE target IN ('product', 'product_row');
UPDATE entity_type SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('product', 'product_row');

CREATE TABLE product_row (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    owner_type INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    product INTEGER,                         -- of the catalogue; NULL: written by hand
    name TEXT NOT NULL,
    unit TEXT,
    quantity INTEGER NOT NULL,               -- times 10^4; negative: a return
    price INTEGER NOT NULL,                  -- of one, times 10^4 of the major unit
    currency TEXT NOT NULL,                  -- ISO 4217
    discount INTEGER,
    discount_kind TEXT,                      -- 'percent' and 'price' times 10^4, 'amount' off the line as the price
    tax INTEGER,                             -- per cent times 10^2; NULL: none
    tax_included INTEGER,                    -- the price holds the tax
    rank REAL,
    deleted_at INTEGER
);
CREATE INDEX product_row_owner ON product_row (owner_type, owner_id, rank);
CREATE INDEX product_row_product ON product_row (product) WHERE product IS NOT NULL;

-- Whether the amount comes from the products.
-- An office may have called a field of its own so.
UPDATE field SET code = code || '_' || lower(substr(hex(uid), 29)) WHERE code IN ('amount_auto')
    AND entity_type IN (SELECT t.id FROM entity_type t WHERE t.uid IN (CAST('sys-etype-000001' AS BLOB), CAST('sys-etype-000002' AS BLOB)));
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, position)
    SELECT CAST('sys-field-000751' AS BLOB), id, 'amount_auto', 'boolean', 1, 0, 0, 'amount_auto', 62
    FROM entity_type WHERE uid = CAST('sys-etype-000001' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, system, editable, significant, column_name, position)
    SELECT CAST('sys-field-000752' AS BLOB), id, 'amount_auto', 'boolean', 1, 0, 0, 'amount_auto', 62
    FROM entity_type WHERE uid = CAST('sys-etype-000002' AS BLOB);

INSERT INTO entity_type (uid, code, icon, position, is_item, has_stages, has_pipelines, has_client, has_products, has_activities, table_name)
    VALUES (CAST('sys-etype-000075' AS BLOB), 'product', 'product', 5, 1, 0, 0, 0, 0, 0, 'product');

INSERT INTO section (uid, entity_type, code, position)
    SELECT CAST('sys-sectn-000751' AS BLOB), id, 'main', 1 FROM entity_type WHERE uid = CAST('sys-etype-000075' AS BLOB);
INSERT INTO section (uid, entity_type, code, position)
    SELECT CAST('sys-sectn-000752' AS BLOB), id, 'more', 2 FROM entity_type WHERE uid = CAST('sys-etype-000075' AS BLOB);

INSERT INTO field (uid, entity_type, code, type, multiple, required, indexed, system, editable, significant, column_name, section, position, default_value)
    SELECT CAST('sys-field-00076' || f.n AS BLOB), t.id, f.code, f.type, 0, f.required, f.indexed, 1, 1, f.significant, f.code,
        (SELECT s.id FROM section s WHERE s.uid = CAST('sys-sectn-00075' || f.section AS BLOB)), f.n, f.default_value
    FROM entity_type t, (
        SELECT 1 AS n, 'title' AS code, 'string' AS type, 1 AS required, 1 AS indexed, 1 AS significant, 1 AS section, NULL AS default_value
        UNION ALL SELECT 2, 'sku', 'string', 0, 1, 0, 1, NULL
        UNION ALL SELECT 3, 'section', 'list', 0, 1, 0, 1, NULL
        UNION ALL SELECT 4, 'price', 'money', 0, 1, 1, 1, NULL
        UNION ALL SELECT 5, 'unit', 'list', 0, 0, 0, 1, NULL
        UNION ALL SELECT 6, 'tax', 'number', 0, 0, 0, 1, NULL
        UNION ALL SELECT 7, 'active', 'boolean', 0, 1, 0, 1, '1'
        UNION ALL SELECT 8, 'description', 'text', 0, 0, 0, 2, NULL
        UNION ALL SELECT 9, 'photo', 'file', 0, 0, 0, 2, NULL) f
    WHERE t.uid = CAST('sys-etype-000075' AS BLOB);
INSERT INTO field (uid, entity_type, code, type, indexed, system, editable, column_name, position)
    SELECT CAST('sys-field-00077' || f.n AS BLOB), t.id, f.code, f.type, f.indexed, 1, 0, f.code, 20 + f.n
    FROM entity_type t, (SELECT 1 AS n, 'created_at' AS code, 'datetime' AS type, 1 AS indexed
        UNION ALL SELECT 2, 'created_by', 'user', 0
        UNION ALL SELECT 3, 'modified_at', 'datetime', 1
        UNION ALL SELECT 4, 'modified_by', 'user', 0) f
    WHERE t.uid = CAST('sys-etype-000075' AS BLOB);

INSERT INTO field (uid, entity_type, code, type, indexed, system, editable, column_name, section, position)
    SELECT CAST('sys-field-000775' AS BLOB), t.id, 'responsible', 'user', 1, 1, 1, 'responsible',
        (SELECT s.id FROM section s WHERE s.uid = CAST('sys-sectn-000752' AS BLOB)), 10
    FROM entity_type t WHERE t.uid = CAST('sys-etype-000075' AS BLOB);

INSERT INTO list_value (uid, field, code, position)
    SELECT CAST('sys-value-00075' || v.n AS BLOB), f.id, v.code, v.n + 1
    FROM field f, (SELECT 0 AS n, 'piece' AS code UNION ALL SELECT 1, 'set' UNION ALL SELECT 2, 'pack' UNION ALL SELECT 3, 'metre'
        UNION ALL SELECT 4, 'square_metre' UNION ALL SELECT 5, 'kilogram' UNION ALL SELECT 6, 'litre' UNION ALL SELECT 7, 'hour'
        UNION ALL SELECT 8, 'day' UNION ALL SELECT 9, 'service') v
    WHERE f.uid = CAST('sys-field-000765' AS BLOB);
