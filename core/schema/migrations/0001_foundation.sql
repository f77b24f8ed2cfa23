-- The tables that every file has. Item tables (lead, deal, …) are made from entity_type and field
-- by the same code that makes a user-defined type at run time (core/store/commit/item_tables.cpp).
-- Every record bears `id` (local, for joins) and `uid` (UUIDv7 or a fixed one, travels between replicas).

CREATE TABLE replica (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    seat_code TEXT NOT NULL DEFAULT '',      -- '' at the office, 'S2' at a laptop
    name TEXT NOT NULL DEFAULT '',
    is_self INTEGER NOT NULL DEFAULT 0,
    last_sequence INTEGER NOT NULL DEFAULT 0 -- highest journal sequence known of this replica
);

-- One row: the greatest hybrid logical clock seen (UTC ms << 16 | counter).
CREATE TABLE hybrid_clock (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL);
INSERT INTO hybrid_clock (id, last) VALUES (1, 0);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    value TEXT
);

CREATE TABLE user_account (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    login TEXT,
    name TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
);

CREATE TABLE entity_type (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    name TEXT,
    table_name TEXT UNIQUE,                  -- filled in when the table is made
    icon TEXT,
    position INTEGER,
    is_item INTEGER NOT NULL DEFAULT 1,
    has_stages INTEGER NOT NULL DEFAULT 0,
    has_pipelines INTEGER NOT NULL DEFAULT 0,
    has_client INTEGER NOT NULL DEFAULT 0,
    has_products INTEGER NOT NULL DEFAULT 0,
    has_activities INTEGER NOT NULL DEFAULT 0,
    converts_to TEXT,                        -- codes, comma-separated
    deleted_at INTEGER
);

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    entity_type INTEGER NOT NULL REFERENCES entity_type,
    code TEXT NOT NULL,
    name TEXT,
    position INTEGER,
    deleted_at INTEGER
);

CREATE TABLE field (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    entity_type INTEGER NOT NULL REFERENCES entity_type,
    code TEXT NOT NULL,
    name TEXT,
    type TEXT NOT NULL,
    multiple INTEGER NOT NULL DEFAULT 0,
    required INTEGER NOT NULL DEFAULT 0,
    indexed INTEGER NOT NULL DEFAULT 0,
    system INTEGER NOT NULL DEFAULT 0,
    editable INTEGER NOT NULL DEFAULT 1,
    significant INTEGER NOT NULL DEFAULT 0,
    column_name TEXT,                        -- named from the uid unless a system field
    target TEXT,
    section INTEGER REFERENCES section,
    position INTEGER,
    deleted_at INTEGER,                      -- hidden; its column and values stay
    UNIQUE (entity_type, code)
);

CREATE TABLE list_value (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    field INTEGER NOT NULL REFERENCES field,
    code TEXT NOT NULL,
    name TEXT,
    colour TEXT,
    position INTEGER,
    deleted_at INTEGER
);

CREATE TABLE pipeline (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    entity_type INTEGER NOT NULL REFERENCES entity_type,
    code TEXT NOT NULL,
    name TEXT,
    position INTEGER,
    is_default INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER
);

CREATE TABLE stage (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    pipeline INTEGER NOT NULL REFERENCES pipeline,
    code TEXT NOT NULL,
    name TEXT,
    colour TEXT NOT NULL DEFAULT '#8A94A6',
    stage_group TEXT NOT NULL DEFAULT 'in_progress' CHECK (stage_group IN ('in_progress', 'won', 'lost')),
    position INTEGER,
    deleted_at INTEGER
);

CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    owner_type INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER,
    created_by INTEGER REFERENCES user_account,
    deleted_at INTEGER
);
CREATE INDEX comment_owner ON comment (owner_type, owner_id);

-- "target" came from "source": conversion and the like.
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    source_type INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    target_type INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    deleted_at INTEGER
);
CREATE INDEX link_source ON link (source_type, source_id);
CREATE INDEX link_target ON link (target_type, target_id);

-- Fields that hold several values: phones, e-mails, URLs, tags, users, list values, items.
CREATE TABLE multi_value (
    id INTEGER PRIMARY KEY,
    entity_type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    field INTEGER NOT NULL,
    position INTEGER NOT NULL,
    value TEXT,                              -- as typed
    label TEXT,
    key TEXT,                                -- E.164 phone, folded e-mail, URL or tag
    ref INTEGER,                             -- row id of what is referred to
    ref_type INTEGER                         -- its entity type, where any may stand
);
CREATE INDEX multi_value_item ON multi_value (entity_type, item, field, position);
CREATE INDEX multi_value_key ON multi_value (key) WHERE key IS NOT NULL;
CREATE INDEX multi_value_ref ON multi_value (field, ref) WHERE ref IS NOT NULL;

-- What people did. An act is what one undo takes back; a long one spans several transactions.
CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',        -- what it was about, for the undo menu
    author INTEGER REFERENCES user_account,
    at INTEGER NOT NULL,
    undoable INTEGER NOT NULL DEFAULT 1,
    undoes INTEGER REFERENCES act,
    undone_by INTEGER REFERENCES act
);
CREATE INDEX act_author ON act (author, id) WHERE undoable = 1;

-- Every write of every record, in the order in which this file learned of it.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL REFERENCES replica,
    sequence INTEGER NOT NULL,
    clock INTEGER NOT NULL,                  -- hybrid logical clock
    at INTEGER NOT NULL,                     -- UTC ms, shown to people
    author INTEGER,
    act INTEGER NOT NULL REFERENCES act,
    entity TEXT NOT NULL,                    -- code of the record table
    record INTEGER NOT NULL,                 -- row id
    uid BLOB NOT NULL,
    owner_type INTEGER,                      -- the item in whose timeline it shows
    owner_id INTEGER,
    operation TEXT NOT NULL,                 -- create, update, erase
    base_origin INTEGER,                     -- version of the record that this write saw
    base_sequence INTEGER,
    patch TEXT NOT NULL                      -- JSON, see docs/file-format.md
);
CREATE UNIQUE INDEX journal_version ON journal (origin, sequence);
CREATE INDEX journal_owner ON journal (owner_type, owner_id, at, id);
CREATE INDEX journal_act ON journal (act);

CREATE TABLE number_counter (entity_type INTEGER PRIMARY KEY, last INTEGER NOT NULL);

-- Kept by every commit, recomputed by `check`.
CREATE TABLE stage_total (
    stage INTEGER NOT NULL,
    currency TEXT NOT NULL,                  -- '' for items without an amount
    items INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (stage, currency)
) WITHOUT ROWID;

CREATE TABLE activity_link (
    activity INTEGER NOT NULL,
    item_type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    item_responsible INTEGER,
    activity_responsible INTEGER,
    incoming INTEGER NOT NULL,
    done INTEGER NOT NULL,
    deadline INTEGER,
    lit_at INTEGER,                          -- UTC ms from which the red light burns; NULL: never
    PRIMARY KEY (item_type, item, activity)
) WITHOUT ROWID;
CREATE INDEX activity_link_activity ON activity_link (activity);
CREATE INDEX activity_link_item_lit ON activity_link (item_responsible, item_type, lit_at) WHERE done = 0;
CREATE INDEX activity_link_own_lit ON activity_link (activity_responsible, item_type, lit_at) WHERE done = 0;

CREATE TABLE item_plan (
    item_type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    open INTEGER NOT NULL,
    incoming INTEGER NOT NULL,
    next_deadline INTEGER,
    PRIMARY KEY (item_type, item)
) WITHOUT ROWID;
