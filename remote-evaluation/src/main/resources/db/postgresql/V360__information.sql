-- Questions of members to procuring entity and agency, and what became of them.
create table information_request (
    session_id        varchar(36) not null references evaluation_session (id),
    number_in_session integer     not null,
    state             varchar(16) not null,
    answer_until      timestamp with time zone,
    body              text        not null,
    primary key (session_id, number_in_session)
);

create index information_waiting on information_request (state, answer_until);
