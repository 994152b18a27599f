-- What comes back from prison: answers, as pictures under a key each; and letters that somebody allowed to be shown.

alter table letter add column signed_index varchar(43);  -- keyed index of the signed name; only where an answer is awaited
alter table letter add column reply_word varchar(43);    -- keyed index of the word that opens an answer; null for none

create table reply (
  id uuid primary key,
  letter_id uuid references letter,      -- null until somebody says whose it is
  by_staff bigint not null,
  site_id bigint,                        -- whose printers see it after a day
  scan_key uuid not null,
  state varchar(10) not null,            -- OPEN, SENT
  received timestamp with time zone not null,    -- to the hour
  kept_until timestamp with time zone not null,
  opened boolean not null,
  wanted_language varchar(8),            -- of a translation somebody asked for
  translation bytea,                     -- sealed
  translated_by bigint,
  claimed_by bigint,
  claimed_until timestamp with time zone,
  version integer not null
);
create index reply_kept on reply (kept_until);
create index reply_letter on reply (letter_id);
create index reply_state on reply (state, received);

create table reply_page (
  id uuid primary key,
  reply_id uuid not null references reply,
  page_no integer not null,
  width integer not null,                -- pixels
  height integer not null,
  picture bytea not null,                -- sealed
  small bytea not null,                  -- sealed
  version integer not null
);
create index reply_page_reply on reply_page (reply_id, page_no);

create sequence published_letter_seq start with 50 increment by 50;
create table published_letter (
  id bigint primary key,
  slug varchar(80) not null unique,
  recipient_id bigint not null references recipient,
  title varchar(200) not null,
  body varchar(40000) not null,
  language varchar(8) not null,
  written_on date,
  consent_by varchar(200) not null,      -- who agreed that it is shown
  consent_on date not null,
  consent_source varchar(300) not null,
  shown boolean not null,
  version integer not null
);
create index published_letter_recipient on published_letter (recipient_id);
