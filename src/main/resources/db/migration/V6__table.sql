-- At the table: papers to take out or to print again, how letters went into the post, and what that cost.

alter table batch add column tidied_at timestamp with time zone; -- files deleted, lists shredded: the volunteer's word

alter table batch add column built_with varchar;  -- paper, sender and envelopes of its site, then

alter table batch_line add column pull varchar(20);              -- its paper is to be taken out, and why
alter table batch_line add column again varchar(10);             -- JAM, SPOILED: to be printed once more
alter table batch_line add column spoiled_sheets integer default 0 not null;
alter table batch_line add column posting_id uuid;
alter table batch_line add column tracking varchar(40);
alter table batch_line add column grams double precision;        -- as it was built; null before
alter table batch_line add column country varchar(2);            -- where its post goes
alter table batch_line add column paid bigint;                   -- in the currency's smallest unit
alter table batch_line add column paid_in varchar(3);
alter table batch_line add column undo_until timestamp with time zone; -- emptied when that time is over
create index batch_line_undo on batch_line (undo_until);

create table posting (                   -- what one batch took to one post box on one day
  id uuid primary key,
  batch_number bigint not null references batch,
  on_day date not null,
  place varchar(80) not null,
  by_staff bigint not null,
  receipt_key uuid,
  receipt bytea,                         -- sealed
  kept_until timestamp with time zone not null,
  version integer not null
);
create index posting_batch on posting (batch_number);
create index posting_kept on posting (kept_until);

create sequence ledger_entry_seq start with 50 increment by 50;
create table ledger_entry (              -- append-only: what is undone is a row that takes away
  id bigint primary key,
  site_id bigint not null,
  staff_id bigint not null,
  on_day date not null,
  kind varchar(10) not null,             -- POSTED, UNDONE, SPOILED
  batch_number bigint not null,
  letters integer not null,
  sheets integer not null,
  spoiled integer not null,              -- sheets
  amount bigint,                         -- of postage, in the currency's smallest unit; null: nobody said
  currency varchar(3)
);
create index ledger_entry_day on ledger_entry (on_day, site_id);
