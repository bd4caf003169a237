package cn.qifeng.evaluation.expert.core;

import cn.qifeng.evaluation.expert.domain.PersonNames;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.ServiceFailed;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;

/** Names of people as trading-core knows them. */
@ApplicationScoped
class CorePersonNames implements PersonNames {

    private static final int NOT_FOUND = 404;

    private final ServiceClient services;

    CorePersonNames(ServiceClient services) {
        this.services = services;
    }

    @Override
    public String of(String person) {
        try {
            return services.get(Services.TRADING_CORE, "/internal/people/" + person)
                    .required("name")
                    .asText();
        } catch (ServiceFailed failed) {
            if (failed.status() == NOT_FOUND) {
                return person;
            }
            throw failed;
        }
    }
}
