-- Who acts at the desk: accounts, what they may, where they are signed in, and what they did that others must be able to check.
create sequence staff_account_seq start with 1 increment by 1;
create table staff_account (
  id bigint primary key,
  name varchar(40) not null,           -- chosen by the member; no real name is needed
  name_key varchar(80) not null unique, -- by which it is found and may not be taken twice
  password_hash varchar(200),          -- Argon2id, with its salt and costs; null once the account has ended
  lead boolean not null,               -- a moderator to whom others escalate
  site_id bigint,                      -- the print site
  locale varchar(8) not null,
  created timestamp with time zone not null,
  left_at timestamp with time zone,
  version integer not null
);
create table staff_role (
  account_id bigint not null references staff_account,
  role varchar(20) not null,
  primary key (account_id, role)
);

-- A row is a browser that is signed in; to delete it is to sign it out at once, on every node.
create table staff_session (
  token_hash varchar(43) primary key,  -- SHA-256 of the cookie, base64url
  account_id bigint not null references staff_account,
  created timestamp with time zone not null,
  seen timestamp with time zone not null,    -- to five minutes
  expires timestamp with time zone not null
);
create index staff_session_account on staff_session (account_id);

create table setup_link (
  token_hash varchar(43) primary key,
  account_id bigint references staff_account, -- whose password it sets anew; null: it makes an account
  roles varchar(100) not null,
  lead boolean not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  used timestamp with time zone,
  version integer not null
);

-- Append only: nothing in the product changes or deletes a row before its time.
create sequence audit_entry_seq start with 1 increment by 1;
create table audit_entry (
  id bigint primary key,
  happened timestamp with time zone not null, -- the hour, not the second
  actor bigint,                         -- null: Postern itself
  action varchar(40) not null,
  object varchar(80) not null,
  detail varchar(200) not null          -- never content
);
