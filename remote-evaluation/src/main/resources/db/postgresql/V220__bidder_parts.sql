-- What each bidder is told of the evaluation of its bid.
create table evaluation_part (
    session_id varchar(36) not null references evaluation_session (id),
    bid_id varchar(32) not null,
    position integer not null,
    sm3 varchar(64) not null,
    pdf bytea not null,
    stored boolean not null,
    primary key (session_id, bid_id)
);
