-- Drafts of sheets, sealed by their members' clients; dropped when the member commits or leaves.
create table sheet_draft (
    session_id varchar2(36 char)  not null references evaluation_session (id),
    member     varchar2(64 char)  not null,
    round      number(10)      not null,
    n          number(19)       not null,
    sealed     clob         not null,
    kept_at    timestamp with time zone not null,
    primary key (session_id, member, round)
);
