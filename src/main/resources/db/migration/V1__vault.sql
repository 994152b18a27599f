-- A key that wraps other keys; the key itself is the file of that name in the keys directory, never in here.
create sequence wrapping_key_seq;
create table wrapping_key (
  id bigint primary key, -- the greatest is the one in use
  file_name varchar(40) not null unique,
  born_at timestamp with time zone not null
);

-- A key that seals what one person wrote, wrapped. To erase the text is to delete this row.
-- On PostgreSQL the reference makes a wrapping key immortal while a transaction that used it is still open.
create table sealing_key (
  id uuid primary key,
  seal varchar(10) not null,
  wrapping_key bigint not null references wrapping_key (id),
  wrapped bytea not null -- 12 bytes nonce, 32 key, 16 tag: AES-256-GCM
);
create index sealing_key_wrapping_key on sealing_key (wrapping_key, id);
