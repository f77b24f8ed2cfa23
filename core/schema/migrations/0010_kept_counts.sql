-- Numbers and orders that views ask for all the time, kept by the commits (docs/decisions/0033).

-- Open activities of the items of a person, by section, each counted once.
CREATE TABLE activity_count (
    person INTEGER NOT NULL,
    item_type INTEGER NOT NULL,
    planned INTEGER NOT NULL,
    incoming INTEGER NOT NULL,
    PRIMARY KEY (person, item_type)
) WITHOUT ROWID;
INSERT INTO activity_count SELECT item_responsible, item_type, count(DISTINCT activity),
    count(DISTINCT CASE incoming WHEN 1 THEN activity END)
    FROM activity_link WHERE done = 0 AND item_responsible IS NOT NULL GROUP BY 1, 2;

-- How many of them light up on a day (lit_at in days of 86,400,000 ms): what is lit now is the sum of the days before, and a
-- range of today. No number of it changes with the clock.
CREATE TABLE lit_day (
    person INTEGER NOT NULL,
    item_type INTEGER NOT NULL,
    day INTEGER NOT NULL,
    activities INTEGER NOT NULL,
    PRIMARY KEY (person, item_type, day)
) WITHOUT ROWID;
INSERT INTO lit_day SELECT item_responsible, item_type, lit_at / 86400000, count(DISTINCT activity)
    FROM activity_link WHERE done = 0 AND incoming = 0 AND lit_at IS NOT NULL AND item_responsible IS NOT NULL
    GROUP BY 1, 2, 3;

-- The next light; the plan of an item in order.
DROP INDEX activity_link_own_lit;
CREATE INDEX activity_link_lit ON activity_link (lit_at) WHERE done = 0;
CREATE INDEX activity_link_plan ON activity_link (item_type, item, deadline) WHERE done = 0;
CREATE INDEX item_plan_deadline ON item_plan (item_type, next_deadline) WHERE next_deadline IS NOT NULL;

-- History of activities in the items that share them, beyond the one under which their rows stand in the journal.
CREATE TABLE journal_item (
    item_type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    at INTEGER NOT NULL,
    journal INTEGER NOT NULL,
    PRIMARY KEY (item_type, item, at, journal)
) WITHOUT ROWID;
CREATE INDEX journal_item_journal ON journal_item (journal);
CREATE INDEX journal_activity ON journal (record) WHERE entity = 'activity';
INSERT INTO journal_item SELECT DISTINCT m.ref_type, m.ref, j.at, j.id
    FROM journal j CROSS JOIN multi_value m ON m.entity_type = (SELECT id FROM entity_type WHERE code = 'activity')
        AND m.item = j.record AND m.field IN (SELECT id FROM field WHERE code = 'items')
    WHERE j.entity = 'activity' AND NOT (j.owner_type IS m.ref_type AND j.owner_id IS m.ref);

-- Who has a phone or an e-mail: in order of items, so that the first ones end the search.
DROP INDEX multi_value_key;
CREATE INDEX multi_value_key ON multi_value (key, entity_type, item) WHERE key IS NOT NULL;
