package cn.qifeng.evaluation.site.core;

import cn.qifeng.evaluation.site.domain.Operators;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Organisations as trading-core knows them; the code of one never changes. */
@ApplicationScoped
class CoreOperators implements Operators {

    private final ServiceClient services;
    private final Map<PartyId, String> known = new ConcurrentHashMap<>();

    CoreOperators(ServiceClient services) {
        this.services = services;
    }

    @Override
    public String of(PartyId party) {
        return known.computeIfAbsent(
                party,
                it -> services.get(Services.TRADING_CORE, "/internal/parties/" + it)
                        .required("uscc")
                        .asText());
    }
}
