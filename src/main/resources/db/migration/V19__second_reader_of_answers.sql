-- The translation of an answer has a second reader, like that of a letter.
alter table reply add column translators varchar(400);  -- everybody whose work is in it: ids between commas
alter table reply add column translation_advice bytea;  -- of a second reader, sealed
alter table reply add column checked_by bigint;         -- null until somebody else found it true

-- Their writers read these already.
update reply set checked_by = translated_by, translators = ',' || translated_by || ',' where translated_by is not null;
