-- Questions of the panel to bidders, and what became of them.
create table clarification (
    session_id        varchar2(36 char) not null references evaluation_session (id),
    number_in_session number(10)     not null,
    state             varchar2(16 char) not null,
    answer_until      timestamp with time zone,
    body              clob        not null,
    version           number(10)     not null,
    primary key (session_id, number_in_session)
);

create index clarification_waiting on clarification (state, answer_until);

-- Files that bidders hand in with their answers, by hash.
create table clarification_file (
    session_id        varchar2(36 char)  not null,
    number_in_session number(10)      not null,
    sm3               varchar2(64 char)  not null,
    file_name         varchar2(120 char) not null,
    byte_count        number(19)       not null,
    content           blob        not null,
    primary key (session_id, number_in_session, sm3),
    foreign key (session_id, number_in_session) references clarification (session_id, number_in_session)
);
