-- A new allegation is done with here when the force has it.
alter table new_allegation
  add column passed_on  date,
  add column passed_how varchar(20),
  add column passed_by  varchar(64);
