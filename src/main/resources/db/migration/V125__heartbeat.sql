-- Written to every few seconds, so that it is known before anybody needs it whether the database can be written to.
create table heartbeat (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);
insert into heartbeat (at) values (now());
