-- Water works (水利, A07) have committees of seven at least.
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values (hextoraw('8A46C70C6219557B96555126EAB08C50'), 'PANEL_SIZE_MIN', '7', '水利工程建设项目招标投标管理规定 第四十条', date '2002-01-01', null, null, 'A07');
