package cn.qifeng.trading.tender.domain;

/** Where the rule parameters (规则参数) are kept. */
public interface RuleBook {

    /** All parameters, past and coming ones too. */
    RuleParameters parameters();
}
