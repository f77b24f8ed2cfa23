-- How cards are laid out: views of the card, and in them only what differs from the types and fields (docs/decisions/0076).
CREATE TABLE card_view (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from type and person, unless it has a name
    entity_type INTEGER NOT NULL REFERENCES entity_type,
    pipeline INTEGER REFERENCES pipeline,    -- of a named one: it is for this pipeline only
    person INTEGER REFERENCES user_account,  -- a person's own
    name TEXT,                               -- a named one; neither person nor name: the common one
    forced INTEGER NOT NULL DEFAULT 0,       -- whom it is for cannot choose another one
    rank REAL,                               -- among the named ones
    deleted_at INTEGER
);
CREATE INDEX card_view_type ON card_view (entity_type);

-- For whom a named view is: a person, or a department with those below it. None: whoever chooses it.
CREATE TABLE card_view_for (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from view and whom
    card_view INTEGER NOT NULL REFERENCES card_view,
    person INTEGER REFERENCES user_account,
    department INTEGER REFERENCES department,
    deleted_at INTEGER
);
CREATE INDEX card_view_for_view ON card_view_for (card_view);

CREATE TABLE card_section (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- of a section of the type: derived from view and section
    card_view INTEGER NOT NULL REFERENCES card_view,
    section INTEGER REFERENCES section,      -- null: the view's own
    name TEXT,
    rank REAL,                               -- null: section.position
    hidden INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER
);
CREATE INDEX card_section_view ON card_section (card_view);

CREATE TABLE card_field (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from view and field
    card_view INTEGER NOT NULL REFERENCES card_view,
    field INTEGER NOT NULL REFERENCES field,
    card_section INTEGER REFERENCES card_section, -- null: field.section
    rank REAL,                               -- null: field.position
    shown TEXT,                              -- 'always', 'hidden'; else where it has a value
    deleted_at INTEGER
);
CREATE INDEX card_field_view ON card_field (card_view);

CREATE TABLE card_tab (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from view and code
    card_view INTEGER NOT NULL REFERENCES card_view,
    code TEXT NOT NULL,
    rank REAL,                               -- null: its place in the program
    hidden INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER
);
CREATE INDEX card_tab_view ON card_tab (card_view);

-- What the program remembers of a person, on whatever computer.
CREATE TABLE person_setting (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from person and code
    person INTEGER NOT NULL REFERENCES user_account,
    code TEXT NOT NULL,
    value TEXT,
    deleted_at INTEGER
);
