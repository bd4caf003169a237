package cn.qifeng.evaluation.expert.core;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Accounts of experts as trading-core knows them. */
@ApplicationScoped
class CoreExpertAccounts implements ExpertAccounts {

    private final ServiceClient services;

    CoreExpertAccounts(ServiceClient services) {
        this.services = services;
    }

    @Override
    public Map<String, Account> byNumber() {
        return by("number");
    }

    @Override
    public Map<String, Account> byPerson() {
        return by("personId");
    }

    private Map<String, Account> by(String field) {
        var accounts = new TreeMap<String, Account>();
        for (var person : services.get(Services.TRADING_CORE, "/internal/people?role=expert")) {
            if (person.hasNonNull(field) && person.hasNonNull("certificateId")) {
                accounts.put(
                        person.required(field).asText(),
                        new Account(
                                person.required("personId").asText(),
                                person.required("certificateId").asText(),
                                person.required("certificate").asText(),
                                person.required("name").asText()));
            }
        }
        return accounts;
    }
}
