create table rework (
    lot_id uuid not null,
    request_no integer not null,
    state varchar(30) not null,
    asked_at timestamptz not null,
    content text not null,
    row_version integer not null,
    primary key (lot_id, request_no)
);
create index rework_state on rework (state);
