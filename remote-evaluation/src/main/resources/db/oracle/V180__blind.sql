-- Check of the blind technical files of a session: how far it is, who works on it, and what was
-- sealed of it: the entry that is opened with the technical sheets.
create table blind_check (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    state      varchar2(16 char) not null,
    beat_at    timestamp with time zone not null,
    body       clob        not null,
    sealed     clob
);
create index blind_check_state on blind_check (state);

-- What came of each file; marks are JSON, read and written as a whole.
create table blind_file (
    session_id varchar2(36 char) not null references blind_check (session_id),
    bid_id     varchar2(64 char) not null,
    body       clob        not null,
    primary key (session_id, bid_id)
);

-- Canonical forms in parts of 1 MiB.
create table blind_part (
    session_id  varchar2(36 char) not null references blind_check (session_id),
    bid_id      varchar2(64 char) not null,
    part_number number(19)   not null,
    content     blob        not null,
    primary key (session_id, bid_id, part_number)
);
