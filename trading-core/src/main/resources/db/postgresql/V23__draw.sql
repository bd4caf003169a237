create table draw (
    id varchar(36) primary key,
    tender varchar(36) not null,
    purpose varchar(20) not null,
    pool text not null,
    picks integer not null,
    set_id varchar(64) not null,
    stage varchar(20) not null,
    head_due integer not null,
    deadline timestamp(3) with time zone not null,
    seed varchar(64)
);
create index draw_stage on draw (stage, head_due);

create table draw_party (
    draw varchar(36) not null references draw (id),
    party varchar(64) not null,
    commit_hash varchar(64),
    note text,
    nonce varchar(64),
    left_out integer not null,
    primary key (draw, party)
);
create index draw_party_party on draw_party (party);

create table draw_share (
    draw varchar(36) not null references draw (id),
    party varchar(64) not null,
    member varchar(64) not null,
    share varchar(64) not null,
    primary key (draw, party, member)
);
