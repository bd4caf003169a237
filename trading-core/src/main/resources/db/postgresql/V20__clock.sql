create table legal_clock (
    id integer primary key,
    offset_ms bigint not null
);
insert into legal_clock (id, offset_ms) values (1, 0);
