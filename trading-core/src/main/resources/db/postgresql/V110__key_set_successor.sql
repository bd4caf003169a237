create table key_set_successor (
    lot varchar(36) not null,
    place integer not null,
    set_id varchar(64) not null unique,
    entry varchar(64) not null,
    in_force_from timestamp(3) with time zone,
    primary key (lot, place)
);
