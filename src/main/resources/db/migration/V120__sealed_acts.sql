-- Acts of version 3 name a key, and carry a seal that only whoever has the key can make. The key stands outside the
-- database: with every right in here, and without the key, nobody can add an act that the check takes for one of ours.
alter table act add column key_id varchar(32);
alter table act add column seal char(64);
-- rows that are there already are the check's to name
alter table act add constraint act_number_from_one check (number > 0) not valid;

create or replace function act_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and new.salt is null and new.summary is null and new.details is null
     and new.ground is not distinct from (case when old.version >= 2 then null else old.ground end)
     and (new.number, new.version, new.case_reference, new.at, new.person, new.role, new.action, new.personal_digest,
          new.previous_hash, new.hash, new.key_id, new.seal)
       is not distinct from
         (old.number, old.version, old.case_reference, old.at, old.person, old.role, old.action, old.personal_digest,
          old.previous_hash, old.hash, old.key_id, old.seal)
     and exists (select 1 from app.disposed_case d where d.reference = old.case_reference) then
    return new;
  end if;
  raise exception 'The record is append-only: % of act % is refused', tg_op, old.number
    using errcode = 'insufficient_privilege';
end $$;

-- What a check could not tell, in words: which acts carry no seal, and what a cut would look like.
alter table record_check add column limits text;
