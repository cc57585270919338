-- Bank holidays. A day is never deleted: it is withdrawn, by a person or by a later list, and the row says why.
create table bank_holiday (
    id               bigint       not null primary key,
    division         varchar(20)  not null,
    holiday          date         not null,
    title            varchar(200) not null,
    source           varchar(500) not null,
    -- false where nobody has yet compared the day with an official list
    verified         boolean      not null,
    published_at     timestamptz,
    from_feed        boolean      not null,
    added_at         timestamptz  not null,
    added_by         varchar(100) not null,
    reason           varchar(1000) not null,
    withdrawn_at     timestamptz,
    withdrawn_by     varchar(100),
    withdrawn_reason varchar(1000),
    -- a list may bring back what a list withdrew, but not what a person withdrew
    withdrawn_by_feed boolean     not null default false
);
create sequence bank_holiday_seq increment by 50;
create unique index bank_holiday_once on bank_holiday (division, holiday) where withdrawn_at is null;

-- The years whose list is complete. Counting into any other year is refused, or marked where it must go on.
create table bank_holiday_year (
    division varchar(20)  not null,
    year     integer      not null,
    source   varchar(500) not null,
    added_at timestamptz  not null,
    added_by varchar(100) not null,
    primary key (division, year)
);

-- How long each clock runs, and by which rule of counting. Numbers of law and of practice are data.
create table clock_rule (
    clock      varchar(40)   not null primary key,
    rule       varchar(3)    not null,
    day_count  integer       not null check (day_count between 1 and 10000),
    calendar   varchar(20)   not null,
    provision  varchar(200)  not null,
    verified   boolean       not null,
    note       varchar(1000) not null,
    changed_at timestamptz   not null,
    changed_by varchar(100)  not null,
    reason     varchar(1000) not null,
    version    integer       not null
);

create table clock_rule_change (
    id         bigint        not null primary key,
    clock      varchar(40)   not null,
    was        varchar(500)  not null,
    became     varchar(500)  not null,
    changed_at timestamptz   not null,
    changed_by varchar(100)  not null,
    reason     varchar(1000) not null
);
create sequence clock_rule_change_seq increment by 50;

-- The ledger. case_clock is only the latest reading; what is true is clock_fact.
create table case_clock (
    id             bigint       not null primary key,
    case_reference varchar(40)  not null,
    clock          varchar(40)  not null,
    state          varchar(20)  not null,
    started_on     date,
    due_on         date,
    counted_days   integer,
    last_day       date,
    explanation    text not null,
    fact_count     integer      not null,
    version        integer      not null,
    unique (case_reference, clock)
);
create sequence case_clock_seq increment by 50;
create index case_clock_open on case_clock (state) where state in ('RUNNING', 'STOPPED');

create table clock_fact (
    id           bigint        not null primary key,
    case_clock   bigint        not null references case_clock (id),
    number       integer       not null,
    kind         varchar(20)   not null,
    on_day       date          not null,
    until_day    date,
    added_count  integer,
    -- the number of an earlier fact of the same clock that this one sets aside
    sets_aside   integer,
    what         varchar(1000) not null,
    ground       varchar(500)  not null,
    recorded_at  timestamptz   not null,
    recorded_by  varchar(100)  not null,
    -- what the clock said once this fact was known, so that "as known on" needs no old calendar
    state        varchar(20)   not null,
    started_on   date,
    due_on       date,
    counted_days integer,
    last_day     date,
    explanation  text not null,
    -- at the end, so that of two who write at once the later is told so by the version of the clock
    unique (case_clock, number) deferrable initially deferred
);
create sequence clock_fact_seq increment by 50;

create function clock_fact_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A fact of the ledger is never changed; record a later fact instead';
end
$$;
create trigger clock_fact_stays before update on clock_fact for each row execute function clock_fact_stays();
