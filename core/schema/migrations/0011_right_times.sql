-- Rows of a wrong clock are told of at the time at which they count (docs/decisions/0027).

ALTER TABLE journal ADD COLUMN wrote_at INTEGER;       -- the time in the row as it travels, where its clock was wrong
