insert into clock_rule (clock, rule, day_count, calendar, provision, verified, note, changed_at, changed_by, reason, version)
select clock, rule, day_count, 'ENGLAND_AND_WALES', provision, verified, note, now(), 'Redress', 'First set-up', 0
from (values
    ('APPLICATION_PERIOD', 'P4', 28, 'reg 29(2)', true,
     'Day 1 is the day after the information about the right to a review was provided; weekends and holidays count.'),
    ('ACKNOWLEDGEMENT', 'P1', 5, 'practice: MOPAC, Cleveland', true,
     'Published service standard, not law.'),
    ('ANSWER_FROM_APPLICANT', 'P4', 14, 'practice', false,
     'Local target, to be set: the law gives no number of days for the applicant to answer.'),
    ('PAPERS', 'P1', 10, 'local agreement', false,
     'Local target, to be set with the force: the law gives no number of days for the papers.'),
    ('DECISION_TARGET', 'P1', 28, 'practice: Cleveland', false,
     'Local target, to be set: Cleveland publishes 28 working days; the law gives no number of days for a review.'),
    ('RECOMMENDATION_REPLY', 'P4', 28, 'reg 30', false,
     'The title of regulation 30 is confirmed, the number of days is not.'),
    ('PROGRESS_UPDATE', 'P4', 28, 'practice', true,
     'Good practice, not law: regulation 34 binds the appropriate authority and the IOPC, not a review body.'),
    ('WITHDRAWAL_REPLY', 'P4', 28, 'reg 39', false,
     'Regulation 39 exists; its details and the 28 days are not confirmed.')
) as seed (clock, rule, day_count, provision, verified, note);
