-- Words for which letters were stopped in a country, typed at the desk; they stand beside those of the country's file.
create table country_words (
  country varchar(2) primary key,        -- ISO 3166 alpha-2
  lines varchar not null,                -- a rule a line with its source and its day, see Rule
  version integer not null
);
