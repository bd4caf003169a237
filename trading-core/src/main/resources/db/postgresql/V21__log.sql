create table chain_head (
    tender varchar(36) primary key,
    n bigint not null,
    hash varchar(64) not null
);

create table log_content (
    id varchar(36) primary key,
    content_hash varchar(64) not null unique,
    leaf_nonce varchar(64) not null,
    leaf_index bigint not null
);
create index log_content_leaf on log_content (leaf_index);

create table log_entry (
    content varchar(36) primary key references log_content (id),
    tender varchar(36),
    n bigint,
    type varchar(60) not null,
    head text not null,
    salt varchar(32) not null,
    body text not null,
    unique (tender, n)
);

create table log_sealed (
    content varchar(36) primary key references log_content (id),
    bytes bytea not null
);

create table log_state (
    id integer primary key,
    size bigint not null
);
insert into log_state (id, size) values (1, 0);

create table log_tile (
    tile bigint primary key,
    leaves bytea not null
);

create table log_node (
    level integer not null,
    idx bigint not null,
    hash varchar(64) not null,
    primary key (level, idx)
);

create table log_head (
    size bigint primary key,
    root varchar(64) not null,
    doc text not null,
    sig text not null,
    time_stamp text not null,
    made_at timestamp(3) with time zone not null
);

create table log_witness (
    size bigint not null references log_head (size),
    witness varchar(40) not null,
    doc text not null,
    sig text not null,
    primary key (size, witness)
);

create table log_trust_file (
    version integer primary key,
    fingerprint varchar(64) not null,
    threshold integer not null,
    doc text not null,
    sigs text not null
);
