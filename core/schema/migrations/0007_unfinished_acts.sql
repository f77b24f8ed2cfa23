-- A long act is written in parts. Until its last part it is unfinished: a program that was killed meanwhile leaves it so,
-- and the next one that opens the file takes it out, or asks.
ALTER TABLE act ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0;
CREATE INDEX act_unfinished ON act (id) WHERE unfinished = 1;
