-- Evaluation sessions; order, ceremony and panel are JSON, always read and written as a whole.
create table evaluation_session (
    id         varchar2(36 char) primary key,
    tender     varchar2(36 char) not null,
    lot        varchar2(36 char) not null unique,
    stage      varchar2(16 char) not null,
    round      number(10)     not null,
    order_json clob        not null,
    ceremony   clob        not null,
    panel      clob        not null,
    made_at    timestamp with time zone not null,
    version    number(10)     not null
);
create index evaluation_session_stage on evaluation_session (stage);
