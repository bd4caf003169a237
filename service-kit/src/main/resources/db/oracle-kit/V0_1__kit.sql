-- Events on their way to other services.
create table outbox (
    seq         number(19) generated always as identity primary key,
    id          varchar2(36 char)  not null unique,
    destination varchar2(64 char)  not null,
    path        varchar2(200 char) not null,
    stream      varchar2(100 char) not null,
    body        clob         not null,
    attempts    number(10)      not null,
    next_at     timestamp with time zone not null,
    made_at     timestamp with time zone not null,
    last_error  varchar2(500 char)
);

-- First answers to writes with an Idempotency-Key; status 0 while the first request runs.
create table kept_answer (
    caller      varchar2(64 char) not null,
    request_key varchar2(36 char) not null,
    hash        varchar2(64 char) not null,
    status      number(10)     not null,
    media_type  varchar2(100 char),
    body        clob,
    made_at     timestamp with time zone not null,
    primary key (caller, request_key)
);
