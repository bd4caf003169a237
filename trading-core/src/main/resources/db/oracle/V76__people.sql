-- Where a person stands: REGISTERED until it has accepted its invitation, ACTIVE, or LOCKED.
alter table person add state varchar2(20 char) default 'ACTIVE' not null;
alter table person add lock_reason varchar2(400 char);

-- Tries are counted by account and source, by source, and by account; no longer in the row of the account itself.
alter table password_login drop column failures;
alter table password_login drop column locked_until;
create table login_tries (
    subject      varchar2(64 char) not null primary key,
    failures     number(10)     not null,
    since        timestamp with time zone,
    locked_until timestamp with time zone,
    succeeded_at timestamp with time zone,
    touched_at   timestamp with time zone not null
);

-- One open invitation of a person: the hashes of its two halves, and the secret of the one-time codes until it is used.
create table invitation (
    person_id    varchar2(36 char) not null primary key references person (id),
    version      number(10)     not null,
    first_by     varchar2(40 char) not null,
    first_hash   varchar2(64 char),
    second_by    varchar2(40 char) not null,
    second_hash  varchar2(64 char),
    totp_secret  varchar2(400 char),
    ends_at      timestamp with time zone not null
);

-- Roles of administrators wait for a second person.
create table role_grant (
    id           varchar2(36 char)  not null primary key,
    version      number(10)      not null,
    person_id    varchar2(36 char)  not null references person (id),
    roles        varchar2(400 char) not null,
    state        varchar2(20 char)  not null,
    proposed_by  varchar2(36 char)  not null,
    proposed_at  timestamp with time zone not null,
    judged_by    varchar2(36 char),
    judged_at    timestamp with time zone,
    judged_reason varchar2(400 char)
);
create index role_grant_state on role_grant (state);

create table security_event (
    seq         number(19) generated always as identity primary key,
    id          varchar2(36 char) not null unique,
    kind        varchar2(40 char) not null,
    happened_at timestamp with time zone not null,
    service     varchar2(40 char) not null,
    actor_id    varchar2(36 char),
    actor_name  varchar2(200 char),
    target_id   varchar2(36 char),
    target_name varchar2(200 char),
    address     varchar2(64 char),
    reason      varchar2(100 char),
    detail      varchar2(1000 char)
);
create index security_event_kind on security_event (kind, seq);
create index security_event_actor on security_event (actor_name, seq);
create index security_event_target on security_event (target_name, seq);
create index security_event_time on security_event (happened_at);
