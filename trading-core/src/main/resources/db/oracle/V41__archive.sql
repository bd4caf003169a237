create table document (
    tender_id raw(16) not null,
    sm3 varchar2(64 char) not null,
    name varchar2(200 char) not null,
    media_type varchar2(100 char) not null,
    visibility varchar2(20 char) not null,
    length number(19) not null,
    content blob not null,
    added_at timestamp(6) with time zone not null,
    row_version number(10) not null,
    primary key (tender_id, sm3)
);
