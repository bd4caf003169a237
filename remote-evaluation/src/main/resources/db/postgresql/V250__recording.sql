-- Recordings of evaluations: how far the chain of each was taken, and how far heads in the log cover it.
create table recording (
    session_id varchar(36) primary key references evaluation_session (id),
    stage      varchar(16) not null,
    seq        bigint      not null,
    hash       varchar(64) not null,
    told       bigint      not null,
    opened_at  timestamp with time zone not null,
    closed_at  timestamp with time zone,
    bytes      bigint      not null,
    differs    integer     not null
);
create index recording_stage on recording (stage);

-- Items of the chains as they were written; the media lie in files.
create table recording_item (
    session_id varchar(36)  not null references recording (session_id),
    seq        bigint       not null,
    kind       varchar(16)  not null,
    file_name  varchar(130),
    item       text         not null,
    primary key (session_id, seq)
);
create index recording_item_file on recording_item (session_id, file_name);

-- When each track was last seen to grow and to bring pictures.
create table recording_track (
    session_id   varchar(36) not null,
    track        varchar(60) not null,
    confirmed_at timestamp with time zone not null,
    primary key (session_id, track)
);

-- Who looked, and why.
create table recording_look (
    id         varchar(36)  primary key,
    session_id varchar(36)  not null references recording (session_id),
    person     varchar(36)  not null,
    role       varchar(20)  not null,
    reason     varchar(500) not null,
    looked_at  timestamp with time zone not null
);
create index recording_look_session on recording_look (session_id, looked_at);

-- Deletions of media: the signed request, and the signed decision.
create table recording_deletion (
    session_id varchar(36) primary key references recording (session_id),
    request    text        not null,
    asked_by   varchar(36) not null,
    asked_at   timestamp with time zone not null,
    decision   text,
    approved   integer     not null
);

-- What was entered about an evaluation, and when: type and time alone.
create table evaluation_step (
    id       varchar(36) primary key,
    tender   varchar(36) not null,
    type     varchar(60) not null,
    happened timestamp with time zone not null
);
create index evaluation_step_tender on evaluation_step (tender, happened);
