create table release_beat (
    lot varchar2(36 char) primary key,
    beat_at timestamp(3) with time zone not null
);

create table release_outage (
    id varchar2(36 char) primary key,
    lot varchar2(36 char) not null,
    began_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone not null
);
create index release_outage_lot on release_outage (lot);

create table release_attempt (
    id varchar2(36 char) primary key,
    lot varchar2(36 char) not null,
    bid varchar2(32 char) not null,
    tried_at timestamp(3) with time zone not null,
    code varchar2(80 char) not null
);
create index release_attempt_lot on release_attempt (lot);
