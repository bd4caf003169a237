-- Attendances of members at evaluations, from check-in on.
create table session_attendance (
    session_id varchar2(36 char)  not null references evaluation_session (id),
    member     varchar2(40 char)  not null,
    turn       number(10)      not null,
    name       varchar2(100 char),
    employer   varchar2(200 char),
    expert     number(10)      not null,
    site       varchar2(200 char),
    seat       varchar2(70 char),
    came_at    timestamp with time zone not null,
    gone_at    timestamp with time zone,
    ending     varchar2(16 char),
    primary key (session_id, member, turn)
);
