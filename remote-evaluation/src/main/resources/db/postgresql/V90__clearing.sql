-- Clearing of the priced bills of a session: how far it is, and by which thresholds.
create table clearing (
    session_id varchar(36)  primary key references evaluation_session (id),
    state      varchar(16)  not null,
    beat_at    timestamp with time zone not null,
    body       text         not null,
    version    integer      not null
);
create index clearing_state on clearing (state);

-- What became of each bid's bill; counts are JSON, read and written as a whole.
create table cleared_bid (
    session_id varchar(36)  not null references clearing (session_id),
    bid_id     varchar(64)  not null,
    body       text         not null,
    primary key (session_id, bid_id)
);

-- Findings in the order of their bill.
create table clearing_finding (
    session_id      varchar(36)   not null references clearing (session_id),
    bid_id          varchar(64)   not null,
    position_in_bid integer       not null,
    kind            varchar(24)   not null,
    severity        varchar(16)   not null,
    searched        varchar(2100) not null,
    body            text          not null,
    primary key (session_id, bid_id, position_in_bid)
);
