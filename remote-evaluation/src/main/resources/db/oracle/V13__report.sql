-- Evaluation reports and their signatures.
create table evaluation_report (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    sm3        varchar2(64 char) not null,
    pdf        blob        not null,
    body       clob        not null,
    stored     number(1)     not null,
    version    number(10)     not null
);
