create table award (
    lot_id uuid not null primary key,
    state varchar(30) not null,
    content text not null,
    due_at timestamptz,
    row_version integer not null
);
create index award_due on award (due_at);

create table contract (
    lot_id uuid not null primary key,
    state varchar(30) not null,
    content text not null,
    row_version integer not null
);
