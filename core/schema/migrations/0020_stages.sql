-- What a stage says of the items in it, and where it leads (docs/decisions/0071).
ALTER TABLE stage ADD COLUMN probability INTEGER; -- per cent, given to an item that comes here; NULL: it keeps its own

-- On reaching a stage an item makes another one, linked to it.
CREATE TABLE tunnel (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the stage it begins in and the pipeline it leads to
    from_stage INTEGER NOT NULL REFERENCES stage,
    to_pipeline INTEGER NOT NULL REFERENCES pipeline,
    to_stage INTEGER REFERENCES stage,       -- NULL: the pipeline's first
    deleted_at INTEGER
);
