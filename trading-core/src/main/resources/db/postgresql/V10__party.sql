create table party (
    id                       varchar(36)  not null primary key,
    version                  integer      not null,
    uscc                     varchar(18)  not null unique,
    kind                     varchar(20)  not null,
    state                    varchar(20)  not null,
    name                     varchar(200) not null unique,
    address                  varchar(200) not null,
    legal_representative     varchar(200) not null,
    contact                  varchar(200) not null,
    phone                    varchar(200) not null,
    new_name                 varchar(200),
    new_address              varchar(200),
    new_legal_representative varchar(200),
    new_contact              varchar(200),
    new_phone                varchar(200),
    submitted_by             varchar(36),
    submitted_at             timestamp with time zone,
    judged_by                varchar(36),
    judged_at                timestamp with time zone,
    judged_reason            varchar(2000)
);

create table person (
    id            varchar(36)  not null primary key,
    version       integer      not null,
    account       varchar(64)  not null unique,
    name          varchar(200) not null,
    party_id      varchar(36)  references party (id),
    roles         varchar(400) not null,
    expert_number varchar(20)  unique
);

create table bound_certificate (
    id          varchar(64) not null primary key,
    version     integer     not null,
    person_id   varchar(36) not null references person (id),
    der         bytea       not null,
    not_before  timestamp with time zone not null,
    not_after   timestamp with time zone not null,
    bound_at    timestamp with time zone not null,
    ended_at    timestamp with time zone,
    replaced_by varchar(64)
);

create index bound_certificate_person on bound_certificate (person_id);

create table password_login (
    person_id     varchar(36)  not null primary key references person (id),
    version       integer      not null,
    password_hash varchar(400) not null,
    totp_secret   varchar(400) not null,
    last_step     bigint       not null,
    failures      integer      not null,
    locked_until  timestamp with time zone
);

create table login_session (
    person_id   varchar(36) not null primary key references person (id),
    session_id  varchar(36) not null unique,
    certificate varchar(64),
    ends_at     timestamp with time zone not null
);

create table login_challenge (
    challenge varchar(64) not null primary key,
    ends_at   timestamp with time zone not null
);
