-- What this house signs with where the proof comes back to it; every node needs the same.
create table house_secret (
  name   varchar(40) primary key,
  secret bytea not null
);
revoke all on house_secret from public;

-- Nothing proves who sent what is here now; it would be gone within a day.
delete from kept_form;
alter table kept_form add column deed text not null;
create index kept_form_account on kept_form (account, kept_at);
