-- What heads of columns say besides count and sum (docs/decisions/0033). Of each item: its amount times its probability, in
-- minor units; the second of its creation. Computed anew by the program.
ALTER TABLE stage_total ADD COLUMN weighted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stage_total ADD COLUMN created INTEGER NOT NULL DEFAULT 0;

-- Items of a stage that have an open activity.
CREATE TABLE stage_plan (stage INTEGER PRIMARY KEY, items INTEGER NOT NULL);
