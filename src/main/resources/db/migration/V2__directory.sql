-- Who may be written to, where they are, and why.

create sequence facility_seq start with 50 increment by 50;
create table facility (
  id bigint primary key,
  slug varchar(80) not null unique,
  name varchar(200) not null,          -- in the local script, as the post needs it
  latin_name varchar(200) not null,
  street varchar(200), latin_street varchar(200),
  town varchar(120), latin_town varchar(120),
  region varchar(120), latin_region varchar(120),
  postcode varchar(20),
  country varchar(2) not null,         -- ISO 3166 alpha-2
  language varchar(8) not null,        -- of the local address, BCP 47
  rules varchar not null,              -- one a line, see Rule
  post_weeks_from integer, post_weeks_to integer,
  checked_on date not null,            -- when the address was last known to be true
  source varchar(300) not null,
  version integer not null
);

create sequence campaign_seq start with 50 increment by 50;
create table campaign (
  id bigint primary key,
  slug varchar(80) not null unique,
  title varchar(200) not null,
  summary varchar not null,
  story varchar not null,
  demands varchar not null,            -- one a line
  timeline varchar not null,           -- "when | what" a line
  quotes varchar not null,             -- "words | who" a line
  endorsed_by varchar not null,        -- one a line
  source varchar(400) not null,
  running boolean not null,
  invented boolean not null,
  not_before date,                     -- its letters are not printed before this day
  version integer not null
);

create sequence recipient_seq start with 50 increment by 50;
create table recipient (
  id bigint primary key,
  kind varchar(10) not null,           -- PRISONER, OFFICIAL
  slug varchar(80) not null unique,
  facility_id bigint not null references facility,
  lost_since date, lost_source varchar(300), -- moved, and nobody knows where to
  language varchar(8) not null,        -- of the native name
  family varchar(120) not null, given varchar(120) not null, patronymic varchar(120),
  latin_family varchar(120) not null, latin_given varchar(120) not null, latin_patronymic varchar(120),
  listing varchar(10) not null,        -- HIDDEN, LISTED, PAUSED
  agreed_by varchar(200), agreed_on date, agreed_source varchar(300),
  invented boolean not null,
  lead varchar(400) not null,          -- one line
  rules varchar not null,
  campaign_id bigint references campaign,
  -- prisoners
  gender varchar(4),                   -- SHE, HE, THEY
  birth_date date, birth_year integer,
  prisoner_number varchar(40),
  reads varchar(80),                   -- BCP 47, blanks between
  story varchar, glad_of varchar, left_out varchar, interests varchar, timeline varchar,
  imprisoned_since varchar(40),
  -- officials
  title varchar(200), office varchar(200), salutation varchar(200), ask varchar,
  version integer not null
);
create index recipient_listing on recipient (kind, listing);
create index recipient_facility on recipient (facility_id);

create sequence address_change_seq start with 50 increment by 50;
create table address_change (
  id bigint primary key,
  recipient_id bigint not null references recipient,
  from_facility_id bigint references facility,
  to_facility_id bigint not null references facility,
  on_day date not null,
  source varchar(300) not null
);
create index address_change_recipient on address_change (recipient_id);
