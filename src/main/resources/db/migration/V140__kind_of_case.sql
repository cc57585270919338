-- A case has a kind: the two letters with which its reference begins. Each kind counts its cases by itself.
alter table case_file add column kind varchar(2) not null default 'RV';
alter table case_file alter column kind drop default;
alter table case_file add check (starts_with(reference, kind || '/'));

alter table case_number add column kind varchar(2) not null default 'RV';
alter table case_number alter column kind drop default;
alter table case_number drop constraint case_number_pkey;
alter table case_number add primary key (kind, year);
