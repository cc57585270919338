-- The names of those who have no account any more: the record shows people by name, also after they have left.
create table former_staff (
  account   varchar(64) primary key,
  full_name text        not null,
  left_at   timestamptz not null
);
