-- What a second reader asks the next translator to look at again: sealed with the words, gone with them or when it is done.
alter table letter add column translation_advice bytea;
