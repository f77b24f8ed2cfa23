-- What is held until a moment is no work to be done: its links say 2 in the column done, and nothing counts it
-- (docs/decisions/0112). Those that there are: core/store/upkeep/held_activities.
CREATE INDEX activity_link_held ON activity_link (item_type, item, activity) WHERE done = 2;
