-- Why somebody said that the bank holidays of a year are complete.
alter table bank_holiday_year add column reason varchar(1000) not null default 'Came with the product';
alter table bank_holiday_year alter column reason drop default;

-- Every list of bank holidays that was read, taken in or refused. Nothing is ever deleted from it.
create table bank_holiday_reading (
    id      bigint        not null primary key,
    read_at timestamptz   not null,
    read_by varchar(100)  not null,
    source  varchar(500)  not null,
    reason  varchar(1000) not null,
    taken   boolean       not null,
    words   varchar(2000) not null
);
create sequence bank_holiday_reading_seq increment by 50;
