-- What a paper is in plain words, whether it was considered, and who may read of it in a letter. A letter never says a file's name.
alter table document add column kind varchar(30);
alter table document add column description text;
alter table document add column considered boolean not null default false;
alter table document add column named_to jsonb not null default '[]';
alter table document add constraint document_not_to_be_named
    check (kind is null or kind not in ('LEGAL_ADVICE', 'ABOUT_SOMEBODY_ELSE', 'PERSONNEL') or named_to = '[]');
alter table document add constraint document_named_in_words
    check (named_to = '[]' or (kind is not null and considered and length(trim(description)) > 0));
