-- Tickets with which browsers open their line to a hall, as hashes; each serves once.
create table hall_ticket (
    hash       varchar2(64 char) primary key,
    session_id varchar2(36 char) not null,
    label      varchar2(16 char) not null,
    person     varchar2(36 char) not null,
    kind       varchar2(16 char) not null,
    address    varchar2(64 char),
    expires_at timestamp with time zone not null
);

-- What was written in a hall's text channel; rows are only ever added, and each is an entry of the tender.
create table hall_text (
    session_id  varchar2(36 char)   not null references evaluation_session (id),
    text_number number(10)       not null,
    label       varchar2(16 char)   not null,
    member      varchar2(64 char)   not null,
    said_at     timestamp with time zone not null,
    body        clob          not null,
    text_key    varchar2(36 char)   not null,
    primary key (session_id, text_number)
);
create unique index hall_text_key on hall_text (session_id, member, text_key);

-- What happened at the doors and microphones of a hall. No foreign key: it is kept beside transactions that hold the session.
create table hall_event (
    id         varchar2(36 char) primary key,
    session_id varchar2(36 char) not null,
    label      varchar2(16 char) not null,
    kind       varchar2(16 char) not null,
    happened   timestamp with time zone not null,
    address    varchar2(64 char)
);
create index hall_event_session on hall_event (session_id, happened);

-- Freezes of sessions by their watchers, with how they ended.
create table session_freeze (
    session_id    varchar2(36 char)  not null references evaluation_session (id),
    freeze_number number(10)      not null,
    begun_at      timestamp with time zone not null,
    begun_by      varchar2(36 char)  not null,
    begun_role    varchar2(16 char)  not null,
    begun_reason  varchar2(500 char) not null,
    ended_at      timestamp with time zone,
    ended_by      varchar2(36 char),
    ended_role    varchar2(16 char),
    ended_reason  varchar2(500 char),
    primary key (session_id, freeze_number)
);

-- Warnings of watchers, and whom each is for.
create table session_warning (
    session_id     varchar2(36 char)  not null references evaluation_session (id),
    warning_number number(10)      not null,
    to_all         number(10)      not null,
    said_at        timestamp with time zone not null,
    said_by        varchar2(36 char)  not null,
    said_role      varchar2(16 char)  not null,
    body           varchar2(500 char) not null,
    primary key (session_id, warning_number)
);
create table session_warning_member (
    session_id     varchar2(36 char) not null,
    warning_number number(10)     not null,
    place          number(10)     not null,
    member         varchar2(64 char) not null,
    seen_at        timestamp with time zone,
    primary key (session_id, warning_number, place),
    foreign key (session_id, warning_number) references session_warning (session_id, warning_number)
);
