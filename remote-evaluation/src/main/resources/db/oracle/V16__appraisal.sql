-- What was said of a member's work, once for each evaluation.
create table appraisal (
    session_id varchar2(36 char)   not null references evaluation_session (id),
    expert     varchar2(16 char)   not null,
    grade      varchar2(16 char)   not null,
    words      varchar2(2000 char) not null,
    made_by    varchar2(36 char)   not null,
    made_at    timestamp with time zone not null,
    primary key (session_id, expert)
);
