-- What is printed of a translation. Null: translated before anybody asked, and printed as it was approved then.
alter table letter add column with_original boolean;
