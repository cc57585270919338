-- What follows a reply, a chase, and what somebody is told must be answered: each with a day of its own.
insert into clock_rule (clock, rule, day_count, calendar, provision, verified, note, changed_at, changed_by, reason, version)
values
  ('SENDING_ON', 'P1', 5, 'ENGLAND_AND_WALES', 'practice: reg 30 says to send it on', false,
   'Local target, to be set: no number of days for sending a reply on is confirmed.', now(), 'Redress', 'First set-up', 0),
  ('TAKING_UP', 'P1', 20, 'ENGLAND_AND_WALES', 'practice', false,
   'Local target, to be set: the law gives no number of days for taking up what a force refuses.', now(), 'Redress', 'First set-up', 0),
  ('PAPERS_CHASE', 'P1', 5, 'ENGLAND_AND_WALES', 'practice', false,
   'Local target, to be set: how long the force is given when papers are chased and no day is named.', now(), 'Redress', 'First set-up', 0),
  ('RAISED_CASE', 'P1', 2, 'ENGLAND_AND_WALES', 'practice', false,
   'Local target, to be set: how soon an officer or manager answers what was raised to them.', now(), 'Redress', 'First set-up', 0);
