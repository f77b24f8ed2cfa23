-- When which reminder of an open activity is due, kept by the commits (docs/decisions/0079). Computed anew by the program.
CREATE TABLE reminder_due (
    person INTEGER NOT NULL,                 -- responsible for the activity
    at INTEGER NOT NULL,                     -- UTC ms: its deadline less the offset
    activity INTEGER NOT NULL,
    offset INTEGER NOT NULL,                 -- minutes before the deadline
    PRIMARY KEY (person, at, activity, offset)
) WITHOUT ROWID;
CREATE INDEX reminder_due_activity ON reminder_due (activity);

-- What follows is about this desk and never leaves the file: no act, no row in the journal.

-- What a person was reminded of here. A row holds while the reminder is due at the moment that it names.
CREATE TABLE reminder_done (
    activity INTEGER NOT NULL,
    person INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    at INTEGER NOT NULL,                     -- UTC ms at which it was due
    dismissed INTEGER NOT NULL,              -- 0: shown, and still in the list
    PRIMARY KEY (activity, person, offset)
) WITHOUT ROWID;

-- Until when a person wants no reminder of an activity. It holds for the deadline that it names.
CREATE TABLE reminder_snooze (
    activity INTEGER NOT NULL,
    person INTEGER NOT NULL,
    deadline INTEGER NOT NULL,               -- UTC ms
    until INTEGER NOT NULL,                  -- UTC ms
    PRIMARY KEY (activity, person)
) WITHOUT ROWID;
CREATE INDEX reminder_snooze_until ON reminder_snooze (person, until);

-- From when on a person is reminded here: what was overdue by then is told of by the counters alone.
CREATE TABLE reminder_desk (
    person INTEGER PRIMARY KEY,
    since INTEGER NOT NULL                   -- UTC ms
);
