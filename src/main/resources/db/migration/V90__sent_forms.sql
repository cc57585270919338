-- Forms of our own pages that were acted on, so that the same form sent twice counts once. No word of what they say.
create table sent_form (
  account varchar(64) not null,
  id      uuid        not null,
  sent_at timestamptz not null,
  primary key (account, id)
);
create index sent_form_at on sent_form (sent_at);
