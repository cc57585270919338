-- Steps before and after the review itself are due by clocks of their own.
insert into clock_rule (clock, rule, day_count, calendar, provision, verified, note, changed_at, changed_by, reason, version)
values
  ('VALIDITY', 'P1', 5, 'ENGLAND_AND_WALES', 'practice: with the acknowledgement', false,
   'Local target, to be set: the law gives no number of days for testing an application.', now(), 'Redress', 'First set-up', 0),
  ('CLOSING', 'P1', 5, 'ENGLAND_AND_WALES', 'practice', false,
   'Local target, to be set: the law gives no number of days for closing a file.', now(), 'Redress', 'First set-up', 0);
