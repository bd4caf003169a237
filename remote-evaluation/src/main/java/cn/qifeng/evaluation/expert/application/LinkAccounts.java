package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import cn.qifeng.evaluation.expert.domain.Experts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Brings the pool up to date with the accounts and certificates of its experts (专家账号关联). */
@ApplicationScoped
public class LinkAccounts {

    private final ExpertAccounts accounts;
    private final Experts experts;

    LinkAccounts(ExpertAccounts accounts, Experts experts) {
        this.accounts = accounts;
        this.experts = experts;
    }

    /** Asks trading-core, then stores what changed in a transaction of its own. */
    public void run() {
        Map<String, Account> known = accounts.byNumber();
        Map<String, Account> people = accounts.byPerson();
        QuarkusTransaction.requiringNew()
                .run(() -> experts.all().forEach(expert -> {
                    var person = expert.account().map(Account::person).orElse("");
                    var account = known.getOrDefault(expert.number(), people.get(person));
                    if (account != null
                            && !expert.account().map(account::equals).orElse(false)) {
                        experts.save(expert.linkedTo(account));
                    }
                }));
    }
}
