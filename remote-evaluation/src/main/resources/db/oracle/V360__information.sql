-- Questions of members to procuring entity and agency, and what became of them.
create table information_request (
    session_id        varchar2(36 char) not null references evaluation_session (id),
    number_in_session number(10)     not null,
    state             varchar2(16 char) not null,
    answer_until      timestamp with time zone,
    body              clob        not null,
    primary key (session_id, number_in_session)
);

create index information_waiting on information_request (state, answer_until);
