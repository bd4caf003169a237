-- Pool of evaluation experts.
create table expert (
    number_in_pool varchar(16)  primary key,
    name           varchar(100) not null,
    state          varchar(16)  not null,
    profile        text         not null,
    account        text,
    version        integer      not null
);
