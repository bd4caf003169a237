create table party (
    id                       varchar2(36 char)  not null primary key,
    version                  number(10)      not null,
    uscc                     varchar2(18 char)  not null unique,
    kind                     varchar2(20 char)  not null,
    state                    varchar2(20 char)  not null,
    name                     varchar2(200 char) not null unique,
    address                  varchar2(200 char) not null,
    legal_representative     varchar2(200 char) not null,
    contact                  varchar2(200 char) not null,
    phone                    varchar2(200 char) not null,
    new_name                 varchar2(200 char),
    new_address              varchar2(200 char),
    new_legal_representative varchar2(200 char),
    new_contact              varchar2(200 char),
    new_phone                varchar2(200 char),
    submitted_by             varchar2(36 char),
    submitted_at             timestamp with time zone,
    judged_by                varchar2(36 char),
    judged_at                timestamp with time zone,
    judged_reason            varchar2(2000 char)
);

create table person (
    id            varchar2(36 char)  not null primary key,
    version       number(10)      not null,
    account       varchar2(64 char)  not null unique,
    name          varchar2(200 char) not null,
    party_id      varchar2(36 char)  references party (id),
    roles         varchar2(400 char) not null,
    expert_number varchar2(20 char)  unique
);

create table bound_certificate (
    id          varchar2(64 char) not null primary key,
    version     number(10)     not null,
    person_id   varchar2(36 char) not null references person (id),
    der         blob       not null,
    not_before  timestamp with time zone not null,
    not_after   timestamp with time zone not null,
    bound_at    timestamp with time zone not null,
    ended_at    timestamp with time zone,
    replaced_by varchar2(64 char)
);

create index bound_certificate_person on bound_certificate (person_id);

create table password_login (
    person_id     varchar2(36 char)  not null primary key references person (id),
    version       number(10)      not null,
    password_hash varchar2(400 char) not null,
    totp_secret   varchar2(400 char) not null,
    last_step     number(19)       not null,
    failures      number(10)      not null,
    locked_until  timestamp with time zone
);

create table login_session (
    person_id   varchar2(36 char) not null primary key references person (id),
    session_id  varchar2(36 char) not null unique,
    certificate varchar2(64 char),
    ends_at     timestamp with time zone not null
);

create table login_challenge (
    challenge varchar2(64 char) not null primary key,
    ends_at   timestamp with time zone not null
);
