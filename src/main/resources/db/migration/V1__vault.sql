-- The keys that seal what people wrote. To erase a text is to delete its row here.
create table sealing_key (
  id uuid primary key,
  seal varchar(10) not null,
  wrapping_key varchar(32) not null, -- the name of the file that wraps it
  wrapped bytea not null,            -- 12 bytes nonce, 32 key, 16 tag: AES-256-GCM
  version integer not null
);
create index sealing_key_wrapping on sealing_key (wrapping_key);
