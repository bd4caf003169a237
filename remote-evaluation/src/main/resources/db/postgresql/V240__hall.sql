-- Tickets with which browsers open their line to a hall, as hashes; each serves once.
create table hall_ticket (
    hash       varchar(64) primary key,
    session_id varchar(36) not null,
    label      varchar(16) not null,
    person     varchar(36) not null,
    kind       varchar(16) not null,
    address    varchar(64),
    expires_at timestamp with time zone not null
);

-- What was written in a hall's text channel; rows are only ever added, and each is an entry of the tender.
create table hall_text (
    session_id  varchar(36)   not null references evaluation_session (id),
    text_number integer       not null,
    label       varchar(16)   not null,
    member      varchar(64)   not null,
    said_at     timestamp with time zone not null,
    body        text          not null,
    text_key    varchar(36)   not null,
    primary key (session_id, text_number)
);
create unique index hall_text_key on hall_text (session_id, member, text_key);

-- What happened at the doors and microphones of a hall. No foreign key: it is kept beside transactions that hold the session.
create table hall_event (
    id         varchar(36) primary key,
    session_id varchar(36) not null,
    label      varchar(16) not null,
    kind       varchar(16) not null,
    happened   timestamp with time zone not null,
    address    varchar(64)
);
create index hall_event_session on hall_event (session_id, happened);

-- Freezes of sessions by their watchers, with how they ended.
create table session_freeze (
    session_id    varchar(36)  not null references evaluation_session (id),
    freeze_number integer      not null,
    begun_at      timestamp with time zone not null,
    begun_by      varchar(36)  not null,
    begun_role    varchar(16)  not null,
    begun_reason  varchar(500) not null,
    ended_at      timestamp with time zone,
    ended_by      varchar(36),
    ended_role    varchar(16),
    ended_reason  varchar(500),
    primary key (session_id, freeze_number)
);

-- Warnings of watchers, and whom each is for.
create table session_warning (
    session_id     varchar(36)  not null references evaluation_session (id),
    warning_number integer      not null,
    to_all         integer      not null,
    said_at        timestamp with time zone not null,
    said_by        varchar(36)  not null,
    said_role      varchar(16)  not null,
    body           varchar(500) not null,
    primary key (session_id, warning_number)
);
create table session_warning_member (
    session_id     varchar(36) not null,
    warning_number integer     not null,
    place          integer     not null,
    member         varchar(64) not null,
    seen_at        timestamp with time zone,
    primary key (session_id, warning_number, place),
    foreign key (session_id, warning_number) references session_warning (session_id, warning_number)
);
