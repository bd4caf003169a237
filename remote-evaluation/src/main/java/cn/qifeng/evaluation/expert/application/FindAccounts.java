package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds accounts of experts, also of those who are in no pool of ours (查找专家账号). */
@ApplicationScoped
public class FindAccounts {

    private final ExpertAccounts accounts;

    FindAccounts(ExpertAccounts accounts) {
        this.accounts = accounts;
    }

    /** Everybody with the role of an expert who can sign. */
    public List<ExpertAccounts.Known> all() {
        return accounts.all();
    }

    /** The account that signs with this certificate; {@code certificateId} in hex. */
    public Optional<Account> ofCertificate(String certificateId) {
        return accounts.all().stream()
                .map(ExpertAccounts.Known::account)
                .filter(it -> it.certificateId().equals(certificateId))
                .findFirst();
    }
}
