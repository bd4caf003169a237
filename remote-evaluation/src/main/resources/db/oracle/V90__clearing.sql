-- Clearing of the priced bills of a session: how far it is, and by which thresholds.
create table clearing (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    state      varchar2(16 char) not null,
    beat_at    timestamp with time zone not null,
    body       clob         not null,
    version    number(10)   not null
);
create index clearing_state on clearing (state);

-- What became of each bid's bill; counts are JSON, read and written as a whole.
create table cleared_bid (
    session_id varchar2(36 char) not null references clearing (session_id),
    bid_id     varchar2(64 char) not null,
    body       clob         not null,
    primary key (session_id, bid_id)
);

-- Findings in the order of their bill.
create table clearing_finding (
    session_id      varchar2(36 char)   not null references clearing (session_id),
    bid_id          varchar2(64 char)   not null,
    position_in_bid number(10)          not null,
    kind            varchar2(24 char)   not null,
    severity        varchar2(16 char)   not null,
    searched        varchar2(2100 char) not null,
    body            clob                not null,
    primary key (session_id, bid_id, position_in_bid)
);
