-- The rights of the role that Redress works with (redress_app), where another role (redress_owner) owns the tables.
-- Run by the owner, after the first start and again after every update.
grant usage on schema app to redress_app;
grant select, insert, update, delete on all tables in schema app to redress_app;
grant usage, select on all sequences in schema app to redress_app;
-- the record can be added to and read, and nothing else
revoke update, delete, truncate, references, trigger on app.act from redress_app;
-- how far the tables have been brought is the owner's to say
revoke insert, update, delete, truncate on app.flyway_schema_history from redress_app;
-- empties the acts of a case that was disposed of
grant execute on function app.empty_acts(text) to redress_app;
