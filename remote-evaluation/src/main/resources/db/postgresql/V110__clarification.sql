-- Questions of the panel to bidders, and what became of them.
create table clarification (
    session_id        varchar(36) not null references evaluation_session (id),
    number_in_session integer     not null,
    state             varchar(16) not null,
    answer_until      timestamp with time zone,
    body              text        not null,
    version           integer     not null,
    primary key (session_id, number_in_session)
);

create index clarification_waiting on clarification (state, answer_until);

-- Files that bidders hand in with their answers, by hash.
create table clarification_file (
    session_id        varchar(36)  not null,
    number_in_session integer      not null,
    sm3               varchar(64)  not null,
    file_name         varchar(120) not null,
    byte_count        bigint       not null,
    content           bytea        not null,
    primary key (session_id, number_in_session, sm3),
    foreign key (session_id, number_in_session) references clarification (session_id, number_in_session)
);
