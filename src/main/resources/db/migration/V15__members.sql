-- What readers say of themselves: which languages they read, of which places, and which letters are their own.
alter table staff_account add column shortcuts boolean default true not null;

create table staff_language (          -- none: all
  account_id bigint not null references staff_account,
  language varchar(8) not null,
  primary key (account_id, language)
);
create table staff_place (             -- none: all
  account_id bigint not null references staff_account,
  facility_id bigint not null references facility,
  primary key (account_id, facility_id)
);
create table staff_address (           -- keyed as contact.email_index is; shown to nobody, gone with the account
  account_id bigint not null references staff_account,
  address_index varchar(43) not null,
  primary key (account_id, address_index)
);

create index letter_claimed on letter (claimed_by, claimed_until);
create index letter_event_actor on letter_event (actor, from_state, on_day);
