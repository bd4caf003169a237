-- What was said of a member's work, once for each evaluation.
create table appraisal (
    session_id varchar(36)   not null references evaluation_session (id),
    expert     varchar(16)   not null,
    grade      varchar(16)   not null,
    words      varchar(2000) not null,
    made_by    varchar(36)   not null,
    made_at    timestamp with time zone not null,
    primary key (session_id, expert)
);
