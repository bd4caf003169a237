create table rework (
    lot_id raw(16) not null,
    request_no number(10) not null,
    state varchar2(30 char) not null,
    asked_at timestamp(6) with time zone not null,
    content clob not null,
    row_version number(10) not null,
    primary key (lot_id, request_no)
);
create index rework_state on rework (state);
