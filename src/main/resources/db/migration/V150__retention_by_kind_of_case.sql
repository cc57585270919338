-- Each kind of case has its own ends, and says how long a file is kept after each. Redress adds the rows of a kind at start.
alter table retention_rule add column case_kind varchar(2) not null default 'RV';
alter table retention_rule alter column case_kind drop default;
alter table retention_rule drop constraint retention_rule_pkey;
alter table retention_rule add primary key (kind, case_kind, path);
