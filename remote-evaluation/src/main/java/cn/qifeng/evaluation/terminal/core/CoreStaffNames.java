package cn.qifeng.evaluation.terminal.core;

import cn.qifeng.evaluation.terminal.domain.StaffNames;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;

/** Names of staff as trading-core knows them. */
@ApplicationScoped
class CoreStaffNames implements StaffNames {

    private final ServiceClient services;

    CoreStaffNames(ServiceClient services) {
        this.services = services;
    }

    @Override
    public String of(String person) {
        return services.get(Services.TRADING_CORE, "/internal/people/" + person)
                .required("name")
                .asText();
    }
}
