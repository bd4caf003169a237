-- Terminals that are bound to seats now; what was before stands in the security events.
create table seat_terminal (
    seat       varchar2(70 char)  primary key,
    site       varchar2(20 char)  not null references venue_site (code),
    device     varchar2(64 char)  not null unique,
    public_key varchar2(130 char) not null,
    bound_at   timestamp with time zone not null,
    bound_by   varchar2(200 char) not null
);
create index seat_terminal_site on seat_terminal (site);

-- Activation codes that wait, as hashes.
create table seat_code (
    selector   varchar2(4 char)   primary key,
    seat       varchar2(70 char)  not null,
    site       varchar2(20 char)  not null references venue_site (code),
    hash       varchar2(64 char)  not null,
    made_by    varchar2(200 char) not null,
    expires_at timestamp with time zone not null,
    tries      number(10)      not null
);
create index seat_code_seat on seat_code (seat);

-- Challenges for check-in; each serves once.
create table seat_challenge (
    session_id varchar2(36 char) not null,
    person     varchar2(36 char) not null,
    nonce      varchar2(32 char) primary key,
    expires_at timestamp with time zone not null
);
create index seat_challenge_member on seat_challenge (session_id, person);

-- Members at their seats, with their last beat.
create table seat_presence (
    session_id   varchar2(36 char) not null references evaluation_session (id),
    person       varchar2(36 char) not null,
    member       varchar2(40 char) not null,
    seat         varchar2(70 char) not null,
    device       varchar2(64 char) not null,
    since        timestamp with time zone not null,
    nonce        varchar2(32 char) not null,
    former_nonce varchar2(32 char),
    nonce_at     timestamp with time zone not null,
    beat_at      timestamp with time zone not null,
    offset_ms    number(19),
    round_trip   number(19),
    mark         varchar2(16 char) not null,
    works        number(10)     not null,
    primary key (session_id, person)
);
create index seat_presence_beat on seat_presence (works, mark, beat_at);

-- What happened at the seats of a session. No foreign key: what is refused is kept beside the transaction that holds the session.
create table seat_event (
    id         varchar2(36 char) primary key,
    session_id varchar2(36 char) not null,
    member     varchar2(40 char) not null,
    kind       varchar2(24 char) not null,
    seat       varchar2(70 char),
    happened   timestamp with time zone not null,
    address    varchar2(64 char),
    offset_ms  number(19)      not null
);
create index seat_event_session on seat_event (session_id, happened);
