create table party (
    id                       varchar2(36)  not null primary key,
    version                  number(10)      not null,
    uscc                     varchar2(18)  not null unique,
    kind                     varchar2(20)  not null,
    state                    varchar2(20)  not null,
    name                     varchar2(200) not null unique,
    address                  varchar2(200) not null,
    legal_representative     varchar2(200) not null,
    contact                  varchar2(200) not null,
    phone                    varchar2(200) not null,
    new_name                 varchar2(200),
    new_address              varchar2(200),
    new_legal_representative varchar2(200),
    new_contact              varchar2(200),
    new_phone                varchar2(200),
    submitted_by             varchar2(36),
    submitted_at             timestamp with time zone,
    judged_by                varchar2(36),
    judged_at                timestamp with time zone,
    judged_reason            varchar2(2000)
);

create table person (
    id            varchar2(36)  not null primary key,
    version       number(10)      not null,
    account       varchar2(64)  not null unique,
    name          varchar2(200) not null,
    party_id      varchar2(36)  references party (id),
    roles         varchar2(400) not null,
    expert_number varchar2(20)  unique
);

create table bound_certificate (
    id          varchar2(64) not null primary key,
    version     number(10)     not null,
    person_id   varchar2(36) not null references person (id),
    der         blob       not null,
    not_before  timestamp with time zone not null,
    not_after   timestamp with time zone not null,
    bound_at    timestamp with time zone not null,
    ended_at    timestamp with time zone,
    replaced_by varchar2(64)
);

create index bound_certificate_person on bound_certificate (person_id);

create table password_login (
    person_id     varchar2(36)  not null primary key references person (id),
    version       number(10)      not null,
    password_hash varchar2(400) not null,
    totp_secret   varchar2(400) not null,
    last_step     number(19)       not null,
    failures      number(10)      not null,
    locked_until  timestamp with time zone
);

create table login_session (
    person_id   varchar2(36) not null primary key references person (id),
    session_id  varchar2(36) not null unique,
    certificate varchar2(64),
    ends_at     timestamp with time zone not null
);

create table login_challenge (
    challenge varchar2(64) not null primary key,
    ends_at   timestamp with time zone not null
);
