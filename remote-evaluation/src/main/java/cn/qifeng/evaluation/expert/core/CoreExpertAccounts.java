package cn.qifeng.evaluation.expert.core;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Accounts of experts as trading-core knows them. */
@ApplicationScoped
class CoreExpertAccounts implements ExpertAccounts {

    private final ServiceClient services;

    CoreExpertAccounts(ServiceClient services) {
        this.services = services;
    }

    @Override
    public List<Known> all() {
        var known = new ArrayList<Known>();
        for (var person : services.get(Services.TRADING_CORE, "/internal/people?role=expert")) {
            if (person.hasNonNull("certificateId")) {
                known.add(new Known(
                        person.path("number").asText(""),
                        new Account(
                                person.required("personId").asText(),
                                person.required("certificateId").asText(),
                                person.required("certificate").asText(),
                                person.required("name").asText())));
            }
        }
        return known;
    }
}
