create table key_set_successor (
    lot varchar2(36 char) not null,
    place number(10) not null,
    set_id varchar2(64 char) not null unique,
    entry varchar2(64 char) not null,
    in_force_from timestamp(3) with time zone,
    primary key (lot, place)
);
