-- What reminds long before it is due is found by itself: a page of a history then looks a day ahead and not a year.
CREATE INDEX activity_link_early ON activity_link (item_type, item, deadline) WHERE deadline - lit_at > 86400000;
