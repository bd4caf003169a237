package cn.qifeng.evaluation.expert.domain;

import java.util.List;
import java.util.Objects;

/** Port to the accounts of experts in trading-core (专家账号接口). */
public interface ExpertAccounts {

    /** Everybody with the role of an expert who can sign. */
    List<Known> all();

    /**
     * An account and the number that it was registered with.
     *
     * @param number empty for who has none
     */
    record Known(String number, Account account) {
        public Known {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(account, "account");
        }
    }
}
