-- When an item came into which stage: what the rows of its journal say (docs/decisions/0054). The stage after it in order of
-- entered_at is the one it left for. The program reads the visits of the items that are there out of their journals.
CREATE TABLE stage_visit (
    item_type INTEGER NOT NULL,
    item INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    journal INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    PRIMARY KEY (item_type, item, entered_at, journal)
) WITHOUT ROWID;
CREATE INDEX stage_visit_stage ON stage_visit (stage, item, entered_at);
