-- Water works (水利, A07) have committees of seven at least.
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('8a46c70c-6219-557b-9655-5126eab08c50', 'PANEL_SIZE_MIN', '7', '水利工程建设项目招标投标管理规定 第四十条', date '2002-01-01', null, null, 'A07');
