-- Drafts of sheets, sealed by their members' clients; dropped when the member commits or leaves.
create table sheet_draft (
    session_id varchar(36)  not null references evaluation_session (id),
    member     varchar(64)  not null,
    round      integer      not null,
    n          bigint       not null,
    sealed     text         not null,
    kept_at    timestamp with time zone not null,
    primary key (session_id, member, round)
);
