-- Between translator, second reader and writer. What they say is sealed under the text's key and erased with the text.

create table writer_question (           -- a translator's, to the writer; neither learns who the other is
  id uuid primary key,
  letter_id uuid not null references letter,
  paragraph integer not null,            -- from 1; 0: the letter as a whole
  by_staff bigint not null,
  question bytea not null,
  answer bytea,
  asked_hour timestamp with time zone not null,
  answered_hour timestamp with time zone,
  version integer not null
);
create index writer_question_letter on writer_question (letter_id);

create table translation_mark (          -- a second reader's, under one paragraph
  id uuid primary key,
  letter_id uuid not null references letter,
  paragraph integer not null,            -- from 1
  by_staff bigint not null,
  words bytea not null,
  suggestion bytea,                      -- the paragraph as the second reader would have it
  answer bytea,                          -- why the translator keeps theirs
  state varchar(8) not null,             -- OPEN, TAKEN, KEPT
  version integer not null
);
create index translation_mark_letter on translation_mark (letter_id);

create sequence glossary_term_seq start with 50 increment by 50;
create table glossary_term (             -- words that every translator shares; names of the directory are computed
  id bigint primary key,
  from_language varchar(8) not null,
  into_language varchar(8) not null,
  term varchar(60) not null,
  meaning varchar(60) not null,
  note varchar(120) not null,
  added_by bigint not null,
  added_on date not null,
  version integer not null,
  constraint glossary_term_once unique (from_language, into_language, term)
);
