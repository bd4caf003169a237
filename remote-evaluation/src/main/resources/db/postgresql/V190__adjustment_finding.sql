-- What the panel finds of the bids for an adjustment of method M-E, with the votes.
create table adjustment_finding (
    session_id varchar(36)   not null references evaluation_session (id),
    number_in_session integer not null,
    body       text          not null,
    version    integer       not null,
    primary key (session_id, number_in_session)
);
