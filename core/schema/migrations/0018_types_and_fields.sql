-- What an office says of its own types and of their fields (docs/decisions/0069).
ALTER TABLE entity_type ADD COLUMN name_plural TEXT;
ALTER TABLE entity_type ADD COLUMN colour TEXT;
ALTER TABLE entity_type ADD COLUMN is_listed INTEGER; -- not 0: has a section of its own in the window
ALTER TABLE entity_type ADD COLUMN title_pattern TEXT;                   -- 'Contract No. {number}'

ALTER TABLE field ADD COLUMN default_value TEXT;                         -- as a person writes it, or a word: 'today', 'today+3', 'me'
ALTER TABLE field ADD COLUMN uniqueness TEXT;                            -- NULL, 'warn' or 'refuse'
ALTER TABLE field ADD COLUMN help TEXT;
ALTER TABLE field ADD COLUMN as_tab INTEGER;                                   -- of a link: a tab on the cards it leads to
ALTER TABLE field ADD COLUMN former_codes TEXT;                          -- codes it had, comma-separated: texts go on using them
