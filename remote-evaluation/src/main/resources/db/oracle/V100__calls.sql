-- Calls of drawn experts with what came of each channel.
create table expert_call (
    id             varchar2(36 char) primary key,
    session_id     varchar2(36 char) not null references evaluation_session (id),
    number_in_pool varchar2(16 char) not null,
    state          varchar2(16 char) not null,
    called_at      timestamp with time zone not null,
    body           clob        not null,
    version        number(10)     not null,
    unique (session_id, number_in_pool)
);
create index expert_call_state on expert_call (state);

-- Who looked at sealed names; rows are only added.
create table name_look (
    id         varchar2(36 char)   primary key,
    session_id varchar2(36 char)   not null references evaluation_session (id),
    made_by    varchar2(64 char)   not null,
    made_as    varchar2(16 char)   not null,
    reason     varchar2(500 char)  not null,
    names_seen number(10)       not null,
    made_at    timestamp with time zone not null
);
create index name_look_session on name_look (session_id);

-- Messages kept for a person.
create table inbox_message (
    id      varchar2(64 char)   primary key,
    person  varchar2(36 char)   not null,
    subject varchar2(200 char)  not null,
    words   varchar2(2000 char) not null,
    link    varchar2(200 char)  not null,
    made_at timestamp with time zone not null
);
create index inbox_message_person on inbox_message (person, made_at);
