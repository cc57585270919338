-- What a person is beyond their part in the case, who acts for them, what was agreed with them, and whether they are still on
-- the file: somebody entered twice is taken off, and what they were is on the record.
alter table party
  add column standing     varchar(20) not null default 'PERSON'
    check (standing in ('PERSON', 'CHILD', 'DECEASED', 'PRISONER', 'ORGANISATION')),
  add column represents   bigint references party,
  add column capacity     varchar(30)
    check (capacity in ('SOLICITOR', 'PARENT', 'PERSONAL_REPRESENTATIVE', 'AGENT', 'MEMBER_OF_PARLIAMENT')),
  add column off_file     boolean not null default false,
  add column large_print  boolean not null default false,
  add column paper_colour text,
  add column other_form   varchar(20) check (other_form in ('AUDIO', 'BRAILLE', 'EASY_READ', 'OTHER_LANGUAGE')),
  add column form_note    text,
  add check ((represents is null) = (capacity is null)),
  add check (represents <> id);
create index party_represents on party (represents) where represents is not null;
