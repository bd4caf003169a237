-- Until when each panel has time, and who asked for more.
create table evaluation_time (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    version    number(10)     not null,
    body       clob        not null
);
