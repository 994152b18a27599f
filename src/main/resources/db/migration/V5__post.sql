-- What the post brings back, and papers that were spoiled.

alter table batch_line add column copy_no integer default 1 not null; -- 2 once the first paper was destroyed

alter table recipient add column doubt varchar(10);       -- why letters to this address may come back
alter table recipient add column doubted_since date;

alter table facility add column returned integer default 0 not null; -- letters that came back, unexplained
alter table facility add column suspended_since date;

create table return_photo (
  id uuid primary key,
  letter_id uuid not null references letter,
  recipient_id bigint not null references recipient,
  photo_key uuid not null,
  photo bytea not null,                  -- sealed
  kept_until timestamp with time zone not null
);
create index return_photo_kept on return_photo (kept_until);
create index return_photo_recipient on return_photo (recipient_id);
