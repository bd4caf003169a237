-- Where a person stands: REGISTERED until it has accepted its invitation, ACTIVE, or LOCKED.
alter table person add state varchar(20) default 'ACTIVE' not null;
alter table person add lock_reason varchar(400);

-- Tries are counted by account and source, by source, and by account; no longer in the row of the account itself.
alter table password_login drop column failures;
alter table password_login drop column locked_until;
create table login_tries (
    subject      varchar(64) not null primary key,
    failures     integer     not null,
    since        timestamp with time zone,
    locked_until timestamp with time zone,
    succeeded_at timestamp with time zone,
    touched_at   timestamp with time zone not null
);

-- One open invitation of a person: the hashes of its two halves, and the secret of the one-time codes until it is used.
create table invitation (
    person_id    varchar(36) not null primary key references person (id),
    version      integer     not null,
    first_by     varchar(40) not null,
    first_hash   varchar(64),
    second_by    varchar(40) not null,
    second_hash  varchar(64),
    totp_secret  varchar(400),
    ends_at      timestamp with time zone not null
);

-- Roles of administrators wait for a second person.
create table role_grant (
    id           varchar(36)  not null primary key,
    version      integer      not null,
    person_id    varchar(36)  not null references person (id),
    roles        varchar(400) not null,
    state        varchar(20)  not null,
    proposed_by  varchar(36)  not null,
    proposed_at  timestamp with time zone not null,
    judged_by    varchar(36),
    judged_at    timestamp with time zone,
    judged_reason varchar(400)
);
create index role_grant_state on role_grant (state);

create table security_event (
    seq         bigint generated always as identity primary key,
    id          varchar(36) not null unique,
    kind        varchar(40) not null,
    happened_at timestamp with time zone not null,
    service     varchar(40) not null,
    actor_id    varchar(36),
    actor_name  varchar(200),
    target_id   varchar(36),
    target_name varchar(200),
    address     varchar(64),
    reason      varchar(100),
    detail      varchar(1000)
);
create index security_event_kind on security_event (kind, seq);
create index security_event_actor on security_event (actor_name, seq);
create index security_event_target on security_event (target_name, seq);
create index security_event_time on security_event (happened_at);
