-- Attendances of members at evaluations, from check-in on.
create table session_attendance (
    session_id varchar(36)  not null references evaluation_session (id),
    member     varchar(40)  not null,
    turn       integer      not null,
    name       varchar(100),
    employer   varchar(200),
    expert     integer      not null,
    site       varchar(200),
    seat       varchar(70),
    came_at    timestamp with time zone not null,
    gone_at    timestamp with time zone,
    ending     varchar(16),
    primary key (session_id, member, turn)
);
