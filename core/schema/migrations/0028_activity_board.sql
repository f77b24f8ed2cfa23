-- The activities board (docs/decisions/0080): items by their earliest deadline, with whether something waits beside it …
DROP INDEX item_plan_deadline;
CREATE INDEX item_plan_deadline ON item_plan (item_type, next_deadline, incoming) WHERE next_deadline IS NOT NULL;
-- … those where something waits, those whose plans have no date, and what a person has planned for each item.
CREATE INDEX item_plan_incoming ON item_plan (item_type, item, next_deadline) WHERE incoming > 0;
CREATE INDEX item_plan_undated ON item_plan (item_type, item, incoming) WHERE next_deadline IS NULL;
CREATE INDEX activity_link_own ON activity_link (activity_responsible, item_type, item, deadline, incoming) WHERE done = 0;
