create table draw (
    id varchar2(36 char) primary key,
    tender varchar2(36 char) not null,
    purpose varchar2(20 char) not null,
    pool clob not null,
    picks number(10) not null,
    set_id varchar2(64 char) not null,
    stage varchar2(20 char) not null,
    head_due number(10) not null,
    deadline timestamp(3) with time zone not null,
    seed varchar2(64 char)
);
create index draw_stage on draw (stage, head_due);

create table draw_party (
    draw varchar2(36 char) not null references draw (id),
    party varchar2(64 char) not null,
    commit_hash varchar2(64 char),
    note clob,
    nonce varchar2(64 char),
    left_out number(10) not null,
    primary key (draw, party)
);
create index draw_party_party on draw_party (party);

create table draw_share (
    draw varchar2(36 char) not null references draw (id),
    party varchar2(64 char) not null,
    member varchar2(64 char) not null,
    "SHARE" varchar2(64 char) not null,
    primary key (draw, party, member)
);
