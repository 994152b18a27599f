-- An address counts for letters that come after it was named: naming one must not tell who wrote what is here.
alter table staff_address add column named_on date;
update staff_address set named_on = date '1970-01-01';
alter table staff_address alter column named_on set not null;
