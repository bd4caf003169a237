create table opening_suspension (
    lot varchar2(36 char) not null,
    place number(10) not null,
    decided number(1) not null,
    data clob not null,
    primary key (lot, place)
);
