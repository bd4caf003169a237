-- Recordings of evaluations: how far the chain of each was taken, and how far heads in the log cover it.
create table recording (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    stage      varchar2(16 char) not null,
    seq        number(19)      not null,
    hash       varchar2(64 char) not null,
    told       number(19)      not null,
    opened_at  timestamp with time zone not null,
    closed_at  timestamp with time zone,
    bytes      number(19)      not null,
    differs    number(10)     not null
);
create index recording_stage on recording (stage);

-- Items of the chains as they were written; the media lie in files.
create table recording_item (
    session_id varchar2(36 char)  not null references recording (session_id),
    seq        number(19)       not null,
    kind       varchar2(16 char)  not null,
    file_name  varchar2(130 char),
    item       clob         not null,
    primary key (session_id, seq)
);
create index recording_item_file on recording_item (session_id, file_name);

-- When each track was last seen to grow and to bring pictures.
create table recording_track (
    session_id   varchar2(36 char) not null,
    track        varchar2(60 char) not null,
    confirmed_at timestamp with time zone not null,
    primary key (session_id, track)
);

-- Who looked, and why.
create table recording_look (
    id         varchar2(36 char)  primary key,
    session_id varchar2(36 char)  not null references recording (session_id),
    person     varchar2(36 char)  not null,
    role       varchar2(20 char)  not null,
    reason     varchar2(500 char) not null,
    looked_at  timestamp with time zone not null
);
create index recording_look_session on recording_look (session_id, looked_at);

-- Deletions of media: the signed request, and the signed decision.
create table recording_deletion (
    session_id varchar2(36 char) primary key references recording (session_id),
    request    clob        not null,
    asked_by   varchar2(36 char) not null,
    asked_at   timestamp with time zone not null,
    decision   clob,
    approved   number(10)     not null
);

-- What was entered about an evaluation, and when: type and time alone.
create table evaluation_step (
    id       varchar2(36 char) primary key,
    tender   varchar2(36 char) not null,
    type     varchar2(60 char) not null,
    happened timestamp with time zone not null
);
create index evaluation_step_tender on evaluation_step (tender, happened);
