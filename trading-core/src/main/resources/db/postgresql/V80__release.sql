create table release_beat (
    lot varchar(36) primary key,
    beat_at timestamp(3) with time zone not null
);

create table release_outage (
    id varchar(36) primary key,
    lot varchar(36) not null,
    began_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone not null
);
create index release_outage_lot on release_outage (lot);

create table release_attempt (
    id varchar(36) primary key,
    lot varchar(36) not null,
    bid varchar(32) not null,
    tried_at timestamp(3) with time zone not null,
    code varchar(80) not null
);
create index release_attempt_lot on release_attempt (lot);
