-- What a person of the office is told of: for now that somebody names them in a comment (docs/decisions/0078). It leads to an
-- item, and names the comment by its uid: a notice brings back nothing that is gone.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the person's and the comment's
    person INTEGER NOT NULL REFERENCES user_account, -- who is told
    kind TEXT NOT NULL,                      -- 'mention'
    item_type INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    comment TEXT NOT NULL,                   -- uid
    created_at INTEGER,
    created_by INTEGER REFERENCES user_account,
    read_at INTEGER,                         -- null: not yet
    deleted_at INTEGER
);
CREATE INDEX notice_person ON notice (person, created_at) WHERE deleted_at IS NULL;
CREATE INDEX notice_unread ON notice (person) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX notice_comment ON notice (comment);
CREATE INDEX notice_item ON notice (item_type, item_id);
