-- Evaluation reports and their signatures.
create table evaluation_report (
    session_id varchar(36) primary key references evaluation_session (id),
    sm3        varchar(64) not null,
    pdf        bytea       not null,
    body       text        not null,
    stored     boolean     not null,
    version    integer     not null
);
