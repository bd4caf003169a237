-- What sub-sites hand over to the main site; what was handed over and answered is JSON, read and written as a whole.
create table handover (
    booking     varchar2(36 char) primary key references seat_booking (id),
    session_id  varchar2(36 char) not null references evaluation_session (id),
    site        varchar2(20 char) not null,
    operator    varchar2(18 char) not null,
    ended_at    timestamp with time zone not null,
    until_at    timestamp with time zone not null,
    provisional number(10)     not null,
    overdue     number(10)     not null,
    reminded    varchar2(16 char) not null,
    state       varchar2(16 char) not null,
    body        clob        not null
);
create index handover_session on handover (session_id);
create index handover_operator on handover (operator);
create index handover_state on handover (state);

-- Files that are handed over, as their sites announced them; the bytes lie in a folder.
create table handover_file (
    booking    varchar2(36 char)  not null references handover (booking),
    sm3        varchar2(64 char)  not null,
    file_name  varchar2(120 char) not null,
    byte_count number(19)       not null,
    primary key (booking, sm3)
);
