-- Decisions that may be taken back, letters that two people read, letters that are left to others.
alter table letter add column first_reader bigint;                 -- the first of two who found it good
alter table letter add column first_hash varchar(64);              -- what that reader saw
alter table letter add column decided_by bigint;                   -- who decided last; null: there is nothing to be taken back
alter table letter add column decided_from varchar(20);            -- the state before that
alter table letter add column undo_until timestamp with time zone; -- to the second; the eraser forgets it once it is over
alter table letter add column touched_by varchar(400) default '' not null; -- who changed what is printed: ids between commas
create index letter_decided on letter (decided_by, undo_until);
create index letter_undo on letter (undo_until);

alter table letter_event add column undoes boolean default false not null; -- takes back the step before it

create table escalation (                -- only a lead is dealt it
  letter_id uuid primary key references letter,
  by_staff bigint not null,
  why varchar(30) not null,
  note bytea,                            -- sealed under the key of the words
  at_hour timestamp with time zone not null
);
create table passed_on (                 -- "too heavy for me": never dealt to them again, and nobody asks why
  letter_id uuid not null references letter,
  staff_id bigint not null,
  primary key (letter_id, staff_id)
);
