-- Notices of what is handed over too (docs/decisions/0086): `kind` is 'handed_over' or 'observer' of an item, 'activity' or
-- 'activity_done' of an activity, whose first item `item` is then. `comment` is the uid of what is told of: of the comment, the item, the
-- activity, or, where one notice stands for many records of an act, of the act.
ALTER TABLE notice ADD COLUMN how_many INTEGER;  -- records of which the first is `item`; null: that one alone
