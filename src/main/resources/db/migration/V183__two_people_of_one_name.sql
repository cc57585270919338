-- two people of one name and part are two addressees: each has a draft of their own
drop index letter_one_draft;
create unique index letter_one_draft
    on letter (case_reference, kind, purpose, to_role, md5(to_name), coalesce(to_party, 0)) where status = 'DRAFT';
