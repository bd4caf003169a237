-- Terminals that are bound to seats now; what was before stands in the security events.
create table seat_terminal (
    seat       varchar(70)  primary key,
    site       varchar(20)  not null references venue_site (code),
    device     varchar(64)  not null unique,
    public_key varchar(130) not null,
    bound_at   timestamp with time zone not null,
    bound_by   varchar(200) not null
);
create index seat_terminal_site on seat_terminal (site);

-- Activation codes that wait, as hashes.
create table seat_code (
    selector   varchar(4)   primary key,
    seat       varchar(70)  not null,
    site       varchar(20)  not null references venue_site (code),
    hash       varchar(64)  not null,
    made_by    varchar(200) not null,
    expires_at timestamp with time zone not null,
    tries      integer      not null
);
create index seat_code_seat on seat_code (seat);

-- Challenges for check-in; each serves once.
create table seat_challenge (
    session_id varchar(36) not null,
    person     varchar(36) not null,
    nonce      varchar(32) primary key,
    expires_at timestamp with time zone not null
);
create index seat_challenge_member on seat_challenge (session_id, person);

-- Members at their seats, with their last beat.
create table seat_presence (
    session_id   varchar(36) not null references evaluation_session (id),
    person       varchar(36) not null,
    member       varchar(40) not null,
    seat         varchar(70) not null,
    device       varchar(64) not null,
    since        timestamp with time zone not null,
    nonce        varchar(32) not null,
    former_nonce varchar(32),
    nonce_at     timestamp with time zone not null,
    beat_at      timestamp with time zone not null,
    offset_ms    bigint,
    round_trip   bigint,
    mark         varchar(16) not null,
    works        integer     not null,
    primary key (session_id, person)
);
create index seat_presence_beat on seat_presence (works, mark, beat_at);

-- What happened at the seats of a session. No foreign key: what is refused is kept beside the transaction that holds the session.
create table seat_event (
    id         varchar(36) primary key,
    session_id varchar(36) not null,
    member     varchar(40) not null,
    kind       varchar(24) not null,
    seat       varchar(70),
    happened   timestamp with time zone not null,
    address    varchar(64),
    offset_ms  bigint      not null
);
create index seat_event_session on seat_event (session_id, happened);
