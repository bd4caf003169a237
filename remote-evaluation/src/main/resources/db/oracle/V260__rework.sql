-- Re-reviews, and what they laid aside.
create table rework (
    session_id varchar2(36 char) not null references evaluation_session (id),
    request_no number(10)     not null,
    body       clob        not null,
    primary key (session_id, request_no)
);
create table former_result (
    session_id varchar2(36 char) not null references evaluation_session (id),
    request_no number(10)     not null,
    body       clob        not null,
    primary key (session_id, request_no)
);
create table former_report (
    session_id varchar2(36 char) not null references evaluation_session (id),
    request_no number(10)     not null,
    sm3        varchar2(64 char) not null,
    pdf        blob       not null,
    docx       blob,
    body       clob        not null,
    primary key (session_id, request_no)
);
