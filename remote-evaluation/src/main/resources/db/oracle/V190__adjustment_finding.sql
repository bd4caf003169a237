-- What the panel finds of the bids for an adjustment of method M-E, with the votes.
create table adjustment_finding (
    session_id varchar2(36 char)   not null references evaluation_session (id),
    number_in_session number(10) not null,
    body       clob          not null,
    version    number(10)       not null,
    primary key (session_id, number_in_session)
);
