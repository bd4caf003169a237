create table project (
    id uuid not null primary key,
    code varchar(17) not null unique,
    name varchar(200) not null,
    kind varchar(3) not null,
    region varchar(6) not null,
    procuring_entity uuid not null,
    procuring_entity_name varchar(200) not null,
    procuring_entity_uscc varchar(18) not null,
    agency uuid not null,
    agency_name varchar(200) not null,
    agency_uscc varchar(18) not null,
    registered_at timestamptz not null,
    row_version integer not null
);
create index project_agency on project (agency);

create table tender (
    id uuid not null primary key,
    lot_id uuid not null unique,
    project_id uuid not null references project (id),
    lot_code varchar(23) not null unique,
    deal_code varchar(40) not null unique,
    stage varchar(30) not null,
    bid_deadline timestamptz,
    draft text,
    doc_version integer not null,
    template_sm3 varchar(64),
    docx_sm3 varchar(64),
    pdf_sm3 varchar(64),
    bill_sm3 varchar(64),
    publication_hash varchar(64),
    tender_ctx varchar(64),
    trustee_set varchar(64),
    published_at timestamptz,
    created_at timestamptz not null,
    row_version integer not null
);
create index tender_project on tender (project_id);
create index tender_due on tender (stage, bid_deadline);
create index tender_published on tender (published_at);

create table serial_counter (
    name varchar(60) not null primary key,
    last_given integer not null
);

create table rule_param (
    id uuid not null primary key,
    code varchar(40) not null,
    param_value varchar(40) not null,
    law_ref varchar(200) not null,
    valid_from date not null,
    valid_to date,
    region varchar(6),
    project_type varchar(3)
);

insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('88805e2d-2cef-5ae7-84fd-e4c7c5294c92', 'BID_PERIOD_DAYS_MIN', '20', '招标投标法 第二十四条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('9a1cc8b8-6ebe-5702-a2ec-ea6d52368863', 'CLARIFICATION_DAYS_MIN', '15', '招标投标法 第二十三条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('a90fd9c9-63af-5bfc-8dfc-176dfae16dba', 'OBJECTION_DAYS_MIN', '10', '招标投标法实施条例 第二十二条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('6a3dc0a3-289e-5d88-a2c3-f347c42b0816', 'SECURITY_SHARE_MAX', '0.02', '招标投标法实施条例 第二十六条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('8b59cf64-7cab-5ac5-a084-2f187504f92a', 'SECURITY_FEN_MAX', '80000000', '工程建设项目施工招标投标办法 第三十七条', date '2003-05-01', null, null, 'A');
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('b72794a7-028b-5946-9e5c-40e2e0025315', 'PANEL_SIZE_MIN', '5', '招标投标法 第三十七条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('beb22d61-4f54-5721-a3e9-babd2bdc3380', 'PANEL_EXPERT_SHARE_MIN', '2/3', '招标投标法 第三十七条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('fc0843e0-1da5-50dc-a1e4-f26c2d5f01d4', 'K_MIN', '0.85', '平台参数（无法定值）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('9d9d2083-4c5b-58a4-a08a-9b76508b55b7', 'K_MAX', '1.00', '平台参数（无法定值）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('cdeb6447-0be7-5099-9107-c017da51788e', 'PUBLICITY_DAYS_MIN', '3', '招标投标法实施条例 第五十四条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('d6c660d6-47b5-5f61-9f32-4ad270f42bc5', 'AWARD_COMMITTEE_SIZE_MIN', '5', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('e577aa35-f2d0-5884-86ec-c1be471e9842', 'FINALISTS_MIN', '3', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('c1ad29c5-9a45-5822-8879-fe4fa8ab5348', 'FINALISTS_MAX', '7', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
