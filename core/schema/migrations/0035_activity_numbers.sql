-- Activities have a number that people can say, and an index of their texts (docs/decisions/0102). The program makes both, and gives
-- those that there are already the numbers: core/store/upkeep/activity_numbers.

-- What was done of an item, by its deadline: its history tells of the reminders there were.
CREATE INDEX activity_link_past ON activity_link (item_type, item, deadline) WHERE done = 1;
