-- Replies of the provincial library of experts, whole and signed.
create table expert_library_reply (
    id          varchar(36) primary key,
    session_id  varchar(36) not null references evaluation_session (id),
    reply_sort  varchar(16) not null,
    request_id  varchar(36) not null,
    expert_code varchar(16),
    body        text        not null,
    taken_at    timestamp with time zone not null,
    recorded    boolean     not null
);
create index expert_library_reply_session on expert_library_reply (session_id);

-- How the library answers for an evaluation: its last fault, and when it is asked again.
create table expert_library_line (
    session_id    varchar(36) primary key references evaluation_session (id),
    fault         varchar(64),
    asked_sort    varchar(16) not null,
    failures      integer     not null,
    failing_since timestamp with time zone,
    next_at       timestamp with time zone not null
);
