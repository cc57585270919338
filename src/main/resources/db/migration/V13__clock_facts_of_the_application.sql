-- Facts that follow from what the application says are set aside when it is corrected; what a person recorded stays.
alter table clock_fact add column from_application boolean not null default false;
