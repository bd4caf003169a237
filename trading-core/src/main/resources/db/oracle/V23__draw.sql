create table draw (
    id varchar2(36) primary key,
    tender varchar2(36) not null,
    purpose varchar2(20) not null,
    pool clob not null,
    picks number(10) not null,
    set_id varchar2(64) not null,
    stage varchar2(20) not null,
    head_due number(10) not null,
    deadline timestamp(3) with time zone not null,
    seed varchar2(64)
);
create index draw_stage on draw (stage, head_due);

create table draw_party (
    draw varchar2(36) not null references draw (id),
    party varchar2(64) not null,
    commit_hash varchar2(64),
    note clob,
    nonce varchar2(64),
    left_out number(10) not null,
    primary key (draw, party)
);
create index draw_party_party on draw_party (party);

create table draw_share (
    draw varchar2(36) not null references draw (id),
    party varchar2(64) not null,
    member varchar2(64) not null,
    share varchar2(64) not null,
    primary key (draw, party, member)
);
