package cn.qifeng.evaluation.expert.domain;

import java.util.Map;

/** Port to the accounts of experts in trading-core (专家账号接口). */
public interface ExpertAccounts {

    /** Accounts by expert number. */
    Map<String, Account> byNumber();

    /** Accounts by person, with or without a number. */
    Map<String, Account> byPerson();
}
