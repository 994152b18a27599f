-- Passages that a reader blacked out, sealed under the key of the words.
alter table letter add column blackouts bytea;
