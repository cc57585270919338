-- Several clocks of one name in a case: a reply to each recommendation. 0 where the clock is for the case itself.
alter table case_clock add column subject integer not null default 0 check (subject >= 0);
alter table case_clock drop constraint case_clock_case_reference_clock_key;
alter table case_clock add constraint case_clock_once unique (case_reference, clock, subject);
