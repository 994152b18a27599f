-- What a reader sent back, sealed as the words are, so that the next reader sees what its writer changed.
alter table letter add column words_before bytea;
