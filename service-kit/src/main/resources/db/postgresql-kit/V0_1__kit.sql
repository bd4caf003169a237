-- Events on their way to other services.
create table outbox (
    seq         bigint generated always as identity primary key,
    id          varchar(36)  not null unique,
    destination varchar(64)  not null,
    path        varchar(200) not null,
    stream      varchar(100) not null,
    body        text         not null,
    attempts    integer      not null,
    next_at     timestamp with time zone not null,
    made_at     timestamp with time zone not null,
    last_error  varchar(500)
);

-- First answers to writes with an Idempotency-Key; status 0 while the first request runs.
create table kept_answer (
    caller      varchar(64) not null,
    request_key varchar(36) not null,
    hash        varchar(64) not null,
    status      integer     not null,
    media_type  varchar(100),
    body        text,
    made_at     timestamp with time zone not null,
    primary key (caller, request_key)
);
