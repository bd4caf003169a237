create table project (
    id raw(16) not null primary key,
    code varchar2(17 char) not null unique,
    name varchar2(200 char) not null,
    kind varchar2(3 char) not null,
    region varchar2(6 char) not null,
    procuring_entity raw(16) not null,
    procuring_entity_name varchar2(200 char) not null,
    procuring_entity_uscc varchar2(18 char) not null,
    agency raw(16) not null,
    agency_name varchar2(200 char) not null,
    agency_uscc varchar2(18 char) not null,
    registered_at timestamp(6) with time zone not null,
    row_version number(10) not null
);
create index project_agency on project (agency);

create table tender (
    id raw(16) not null primary key,
    lot_id raw(16) not null unique,
    project_id raw(16) not null references project (id),
    lot_code varchar2(23 char) not null unique,
    deal_code varchar2(40 char) not null unique,
    stage varchar2(30 char) not null,
    bid_deadline timestamp(6) with time zone,
    draft clob,
    doc_version number(10) not null,
    template_sm3 varchar2(64 char),
    docx_sm3 varchar2(64 char),
    pdf_sm3 varchar2(64 char),
    bill_sm3 varchar2(64 char),
    publication_hash varchar2(64 char),
    tender_ctx varchar2(64 char),
    trustee_set varchar2(64 char),
    published_at timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    row_version number(10) not null
);
create index tender_project on tender (project_id);
create index tender_due on tender (stage, bid_deadline);
create index tender_published on tender (published_at);

create table serial_counter (
    name varchar2(60 char) not null primary key,
    last_given number(10) not null
);

create table rule_param (
    id raw(16) not null primary key,
    code varchar2(40 char) not null,
    param_value varchar2(40 char) not null,
    law_ref varchar2(200 char) not null,
    valid_from date not null,
    valid_to date,
    region varchar2(6 char),
    project_type varchar2(3 char)
);

insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('88805E2D2CEF5AE784FDE4C7C5294C92'), 'BID_PERIOD_DAYS_MIN', '20', '招标投标法 第二十四条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('9A1CC8B86EBE5702A2ECEA6D52368863'), 'CLARIFICATION_DAYS_MIN', '15', '招标投标法 第二十三条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('A90FD9C963AF5BFC8DFC176DFAE16DBA'), 'OBJECTION_DAYS_MIN', '10', '招标投标法实施条例 第二十二条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('6A3DC0A3289E5D88A2C3F347C42B0816'), 'SECURITY_SHARE_MAX', '0.02', '招标投标法实施条例 第二十六条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('8B59CF647CAB5AC5A0842F187504F92A'), 'SECURITY_FEN_MAX', '80000000', '工程建设项目施工招标投标办法 第三十七条', date '2003-05-01', null, null, 'A');
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('B72794A7028B59469E5C40E2E0025315'), 'PANEL_SIZE_MIN', '5', '招标投标法 第三十七条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('BEB22D614F545721A3E9BABD2BDC3380'), 'PANEL_EXPERT_SHARE_MIN', '2/3', '招标投标法 第三十七条', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('FC0843E01DA550DCA1E4F26C2D5F01D4'), 'K_MIN', '0.85', '平台参数（无法定值）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('9D9D20834C5B58A4A08A9B76508B55B7'), 'K_MAX', '1.00', '平台参数（无法定值）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('CDEB64470BE750999107C017DA51788E'), 'PUBLICITY_DAYS_MIN', '3', '招标投标法实施条例 第五十四条', date '2012-02-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('D6C660D647B55F619F324AD270F42BC5'), 'AWARD_COMMITTEE_SIZE_MIN', '5', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('E577AA35F2D0588486ECC1BE471E9842'), 'FINALISTS_MIN', '3', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('C1AD29C59A4558228879FE4FA8AB5348'), 'FINALISTS_MAX', '7', '平台参数（评定分离试点惯例）', date '2000-01-01', null, null, null);
