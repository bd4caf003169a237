create table opening_suspension (
    lot varchar(36) not null,
    place integer not null,
    decided integer not null,
    data text not null,
    primary key (lot, place)
);
