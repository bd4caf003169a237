create table legal_clock (
    id number(10) primary key,
    offset_ms number(19) not null
);
insert into legal_clock (id, offset_ms) values (1, 0);
