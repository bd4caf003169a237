-- Replies of the provincial library of experts, whole and signed.
create table expert_library_reply (
    id          varchar2(36 char) primary key,
    session_id  varchar2(36 char) not null references evaluation_session (id),
    reply_sort  varchar2(16 char) not null,
    request_id  varchar2(36 char) not null,
    expert_code varchar2(16 char),
    body        clob        not null,
    taken_at    timestamp with time zone not null,
    recorded    number(1)     not null
);
create index expert_library_reply_session on expert_library_reply (session_id);

-- How the library answers for an evaluation: its last fault, and when it is asked again.
create table expert_library_line (
    session_id    varchar2(36 char) primary key references evaluation_session (id),
    fault         varchar2(64 char),
    asked_sort    varchar2(16 char) not null,
    failures      number(10)     not null,
    failing_since timestamp with time zone,
    next_at       timestamp with time zone not null
);
