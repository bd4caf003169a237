create table award (
    lot_id raw(16) not null primary key,
    state varchar2(30 char) not null,
    content clob not null,
    due_at timestamp(6) with time zone,
    row_version number(10) not null
);
create index award_due on award (due_at);

create table contract (
    lot_id raw(16) not null primary key,
    state varchar2(30 char) not null,
    content clob not null,
    row_version number(10) not null
);
