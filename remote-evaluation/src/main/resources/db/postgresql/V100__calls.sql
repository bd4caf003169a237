-- Calls of drawn experts with what came of each channel.
create table expert_call (
    id             varchar(36) primary key,
    session_id     varchar(36) not null references evaluation_session (id),
    number_in_pool varchar(16) not null,
    state          varchar(16) not null,
    called_at      timestamp with time zone not null,
    body           text        not null,
    version        integer     not null,
    unique (session_id, number_in_pool)
);
create index expert_call_state on expert_call (state);

-- Who looked at sealed names; rows are only added.
create table name_look (
    id         varchar(36)   primary key,
    session_id varchar(36)   not null references evaluation_session (id),
    made_by    varchar(64)   not null,
    made_as    varchar(16)   not null,
    reason     varchar(500)  not null,
    names_seen integer       not null,
    made_at    timestamp with time zone not null
);
create index name_look_session on name_look (session_id);

-- Messages kept for a person.
create table inbox_message (
    id      varchar(64)   primary key,
    person  varchar(36)   not null,
    subject varchar(200)  not null,
    words   varchar(2000) not null,
    link    varchar(200)  not null,
    made_at timestamp with time zone not null
);
create index inbox_message_person on inbox_message (person, made_at);
