-- What items of a stage that were closed on a day come to, so that they can be counted by the rates of that day
-- (docs/decisions/0089). Computed anew by the program.
CREATE TABLE closed_total (
    stage INTEGER NOT NULL,
    currency TEXT NOT NULL,
    day INTEGER NOT NULL,                    -- days since 1970 (UTC)
    items INTEGER NOT NULL,
    amount INTEGER NOT NULL,                 -- minor units
    PRIMARY KEY (stage, currency, day)
) WITHOUT ROWID;
