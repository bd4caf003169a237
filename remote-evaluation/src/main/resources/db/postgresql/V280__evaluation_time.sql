-- Until when each panel has time, and who asked for more.
create table evaluation_time (
    session_id varchar(36) primary key references evaluation_session (id),
    version    integer     not null,
    body       text        not null
);
