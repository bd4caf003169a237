-- Evaluation sessions; order, ceremony and panel are JSON, always read and written as a whole.
create table evaluation_session (
    id         varchar(36) primary key,
    tender     varchar(36) not null,
    lot        varchar(36) not null unique,
    stage      varchar(16) not null,
    round      integer     not null,
    order_json text        not null,
    ceremony   text        not null,
    panel      text        not null,
    made_at    timestamp with time zone not null,
    version    integer     not null
);
create index evaluation_session_stage on evaluation_session (stage);
