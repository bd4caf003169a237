-- What sub-sites hand over to the main site; what was handed over and answered is JSON, read and written as a whole.
create table handover (
    booking     varchar(36) primary key references seat_booking (id),
    session_id  varchar(36) not null references evaluation_session (id),
    site        varchar(20) not null,
    operator    varchar(18) not null,
    ended_at    timestamp with time zone not null,
    until_at    timestamp with time zone not null,
    provisional integer     not null,
    overdue     integer     not null,
    reminded    varchar(16) not null,
    state       varchar(16) not null,
    body        text        not null
);
create index handover_session on handover (session_id);
create index handover_operator on handover (operator);
create index handover_state on handover (state);

-- Files that are handed over, as their sites announced them; the bytes lie in a folder.
create table handover_file (
    booking    varchar(36)  not null references handover (booking),
    sm3        varchar(64)  not null,
    file_name  varchar(120) not null,
    byte_count bigint       not null,
    primary key (booking, sm3)
);
