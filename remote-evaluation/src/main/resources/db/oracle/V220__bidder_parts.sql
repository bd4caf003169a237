-- What each bidder is told of the evaluation of its bid.
create table evaluation_part (
    session_id varchar2(36 char) not null references evaluation_session (id),
    bid_id varchar2(32 char) not null,
    position number(10) not null,
    sm3 varchar2(64 char) not null,
    pdf blob not null,
    stored number(1) not null,
    primary key (session_id, bid_id)
);
