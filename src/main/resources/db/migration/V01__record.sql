-- The record: append-only, each row chained to the one before.
create table act (
  number          bigint primary key,
  case_reference  varchar(40),
  at              timestamptz not null,
  person          varchar(64) not null,
  action          varchar(64) not null,
  ground          text,
  -- personal part: emptied on disposal together with its salt; the digest stays, so the chain still verifies
  summary         text,
  details         text,
  salt            char(32),
  personal_digest char(64) not null,
  previous_hash   char(64) not null,
  hash            char(64) not null unique
);
create index act_case on act (case_reference, number desc);

create function act_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and new.salt is null and new.summary is null and new.details is null
     and (new.number, new.case_reference, new.at, new.person, new.action, new.ground, new.personal_digest,
          new.previous_hash, new.hash)
       is not distinct from
         (old.number, old.case_reference, old.at, old.person, old.action, old.ground, old.personal_digest,
          old.previous_hash, old.hash) then
    return new;
  end if;
  raise exception 'The record is append-only: % of act % is refused', tg_op, old.number
    using errcode = 'insufficient_privilege';
end $$;

create trigger act_append_only before update or delete on act for each row execute function act_is_append_only();
create trigger act_no_truncate before truncate on act for each statement execute function act_is_append_only();
