package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import cn.qifeng.evaluation.expert.domain.Experts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import org.jboss.logging.Logger;

/** Brings the pool up to date with the accounts and certificates of its experts (专家账号关联). */
@ApplicationScoped
public class LinkAccounts {

    private static final Logger LOG = Logger.getLogger(LinkAccounts.class);

    private final ExpertAccounts accounts;
    private final Experts experts;

    LinkAccounts(ExpertAccounts accounts, Experts experts) {
        this.accounts = accounts;
        this.experts = experts;
    }

    /** Now and then, so that an expert finds its file before it was ever drawn; when trading-core is away, later. */
    @Scheduled(
            every = "${qifeng.experts.link-every:60s}",
            delayed = "${qifeng.experts.link-after:3s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            run();
        } catch (RuntimeException away) {
            LOG.debugf(away, "accounts of experts are asked for again later");
        }
    }

    /** Asks trading-core, then stores what changed in a transaction of its own. */
    public void run() {
        var byNumber = new HashMap<String, Account>();
        var byPerson = new HashMap<String, Account>();
        accounts.all().forEach(known -> {
            byNumber.put(known.number(), known.account());
            byPerson.put(known.account().person(), known.account());
        });
        QuarkusTransaction.requiringNew()
                .run(() -> experts.all().forEach(expert -> {
                    var person = expert.account().map(Account::person).orElse("");
                    var account = byNumber.getOrDefault(expert.number(), byPerson.get(person));
                    if (account != null
                            && !expert.account().map(account::equals).orElse(false)) {
                        experts.save(expert.linkedTo(account));
                    }
                }));
    }
}
