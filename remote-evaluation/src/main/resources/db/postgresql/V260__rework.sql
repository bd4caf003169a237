-- Re-reviews, and what they laid aside.
create table rework (
    session_id varchar(36) not null references evaluation_session (id),
    request_no integer     not null,
    body       text        not null,
    primary key (session_id, request_no)
);
create table former_result (
    session_id varchar(36) not null references evaluation_session (id),
    request_no integer     not null,
    body       text        not null,
    primary key (session_id, request_no)
);
create table former_report (
    session_id varchar(36) not null references evaluation_session (id),
    request_no integer     not null,
    sm3        varchar(64) not null,
    pdf        bytea       not null,
    docx       bytea,
    body       text        not null,
    primary key (session_id, request_no)
);
