-- Which page of a restricted case somebody has looked at on a day: the record tells it once.
create table restricted_view (
  case_reference varchar(20) not null,
  account        varchar(64) not null,
  seen_on        date        not null,
  what           text        not null,
  primary key (case_reference, account, seen_on, what)
);

-- Where a conflict of interest was seen, and whether a manager has set it aside.
alter table conflict_of_interest
  add column kind text not null default 'REPORTED'
    check (kind in ('REPORTED', 'DECLARED', 'HANDLED_FOR_FORCE', 'NAMED_IN_COMPLAINT', 'ADVISED', 'SAME_HOUSEHOLD'));

-- Where staff live, as far as they told us; compared with the people of a case and shown to nobody else.
create table staff_address (
  account     varchar(64) primary key,
  address     text        not null,
  recorded_by varchar(64) not null,
  recorded_at timestamptz not null
);
