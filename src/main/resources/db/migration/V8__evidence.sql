-- What is known of addresses and of letters behind the wall.

alter table recipient add column fate varchar(10);          -- RELEASED, DIED: somebody here made sure of it
alter table recipient add column fate_since date;
alter table recipient add column fate_source varchar(300);

alter table facility add column address_doubted_since date; -- a letter came back: not enough of an address
alter table facility add column censored_since date;        -- a letter came back: its censor did not take it
-- Weeks after which word came of half of the letters of which any came; null while they are too few.
alter table facility add column heard_from integer;
alter table facility add column heard_to integer;
alter table facility add column heard_count integer default 0 not null;
alter table facility add column came_back integer default 0 not null;

-- Asked of a letter's writer, and what they said. Nothing in it leads to the writer.
create table survey (
  id uuid primary key,
  letter_id uuid not null references letter,
  weeks integer not null,              -- 6, 12, 26 after the posting
  facility_id bigint not null references facility, -- where it was posted to
  asked_on date not null,
  answer varchar(10),                  -- REPLIED, ARRIVED, NOTHING; null: not yet
  answered_on date,
  version integer not null,
  constraint survey_once unique (letter_id, weeks)
);
create index survey_answer on survey (answer);
