-- What the role may that Redress works with, where another role owns the tables and brings them up to date. Flyway runs this
-- as the owner at every start, after the migrations, so that new tables are never forgotten. Where one role does both there is
-- nothing to give or to take, and the triggers are the only guard.
do $rights$
declare
  application constant text := '${application}';
begin
  if application in ('', current_user) or not exists (select 1 from pg_roles where rolname = application) then
    return;
  end if;
  -- of two nodes that start at once the second waits
  perform pg_advisory_xact_lock(hashtextextended('rights of the application', 7));
  execute format('grant usage on schema app to %I', application);
  execute format('grant select, insert, update, delete on all tables in schema app to %I', application);
  execute format('grant usage, select on all sequences in schema app to %I', application);
  -- the record, what was disposed of and what its checks said can be added to and read, and nothing else
  execute format('revoke update, delete, truncate, references, trigger on app.act, app.disposed_case, app.record_check from %I', application);
  -- how far the tables have been brought is the owner's to say
  execute format('revoke insert, update, delete, truncate on app.flyway_schema_history from %I', application);
  -- empties the acts of a case that was disposed of
  execute format('grant execute on function app.empty_acts(text) to %I', application);
end $rights$;
