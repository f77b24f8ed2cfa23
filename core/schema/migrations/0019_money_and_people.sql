-- Currencies, their rates, the working calendar and who belongs where (docs/decisions/0070).
CREATE TABLE currency (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the code
    code TEXT NOT NULL,                      -- ISO 4217
    position INTEGER,
    deleted_at INTEGER
);

-- What one unit of a currency is worth in the base currency from a day on.
CREATE TABLE rate (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from currency and day
    currency TEXT NOT NULL,
    base TEXT NOT NULL,
    day TEXT NOT NULL,                       -- ISO 8601
    value INTEGER NOT NULL,                  -- times 10^8
    deleted_at INTEGER
);
CREATE INDEX rate_day ON rate (currency, base, day);

-- A day that is not as its weekday is.
CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,                -- derived from the day
    day TEXT NOT NULL,                       -- ISO 8601
    kind TEXT NOT NULL,                      -- 'off', 'work', 'short'
    name TEXT,
    deleted_at INTEGER
);
CREATE INDEX calendar_day_day ON calendar_day (day);

CREATE TABLE department (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    parent INTEGER REFERENCES department,
    head INTEGER REFERENCES user_account,
    position INTEGER,
    deleted_at INTEGER
);

ALTER TABLE user_account ADD COLUMN department INTEGER REFERENCES department;
ALTER TABLE user_account ADD COLUMN job TEXT;
ALTER TABLE user_account ADD COLUMN phone TEXT;
ALTER TABLE user_account ADD COLUMN email TEXT;
ALTER TABLE user_account ADD COLUMN absent_from TEXT;  -- first day away, ISO 8601
ALTER TABLE user_account ADD COLUMN absent_until TEXT; -- last day away
