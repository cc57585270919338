-- Same sender, same key, same answer: a repeated post opens no second case.
create table idempotency_key (
  account        varchar(64) not null,
  key            varchar(255) not null,
  body_sha256    char(64) not null,
  case_reference varchar(20),
  created_at     timestamptz not null,
  primary key (account, key)
);
