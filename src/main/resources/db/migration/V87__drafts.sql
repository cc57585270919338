-- Answers typed into a step and not handed in yet. They go with the step, with the case, or after a month untouched.
create table draft (
  task           varchar(64) not null,
  account        varchar(64) not null,
  case_reference varchar(20) not null references case_file on delete cascade,
  answers        text not null,
  kept_at        timestamptz not null,
  primary key (task, account)
);
create index draft_case on draft (case_reference);

-- Forms that were sent after the session had ended, for a day.
create table kept_form (
  id      uuid primary key,
  account varchar(64) not null,
  place   text not null,
  fields  text not null,
  kept_at timestamptz not null
);
