-- By what the same words in other letters are found: keyed prints of pairs of words, from which no word can be had back.

create table letter_print (
  letter_id uuid primary key references letter,
  recipient_id bigint not null,
  signature bytea not null,              -- 72 smallest values of 32 bits
  kept_until timestamp with time zone not null,
  version integer not null
);
create index letter_print_kept on letter_print (kept_until);

create table letter_print_band (
  letter_id uuid not null references letter_print,
  band bigint not null                   -- three of the smallest values and their place, mixed into one
);
create index letter_print_band_value on letter_print_band (band, letter_id);
create index letter_print_band_letter on letter_print_band (letter_id);
