-- What letters cost, as each site typed it from its post's list.

create sequence postage_table_seq start with 50 increment by 50;
create table postage_table (
  id bigint primary key,
  site_id bigint not null references print_site,
  name varchar(80) not null,
  currency varchar(3) not null,    -- ISO 4217
  countries varchar(1000) not null, -- ISO 3166 alpha-2, blanks between; * all that no other table names
  steps varchar(1000) not null,    -- "20 125" a line: up to grams, price in the currency's smallest unit
  valid_from date not null,
  valid_until date,                -- the last day; null: until further notice
  source varchar(300) not null
);
create index postage_table_site on postage_table (site_id);

-- On its cover, for whoever holds only that; null: claimed before batches had one.
alter table batch add column code varchar(12);
alter table batch add constraint batch_code unique (code);
