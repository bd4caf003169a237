-- Hours that a panel has where the tender document names none.
insert into rule_param (id, code, param_value, law_ref, valid_from, valid_to, region, project_type)
    values ('a514487b-f8f8-5f76-abed-1e3479ec2101', 'EVALUATION_HOURS_USUAL', '8', '招标投标法实施条例 第四十八条（时长为平台参数）', date '2012-02-01', null, null, null);
