package cn.qifeng.bond.bond.notice;

import cn.qifeng.bond.bond.domain.Organisation;
import cn.qifeng.bond.bond.domain.PublishedLots;
import cn.qifeng.bond.bond.domain.SecuredLot;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * Published terms of security, from trading-core. All of them are read, whatever lot is asked for, so that neither an
 * address nor a log tells which lot somebody wants to secure.
 */
@ApplicationScoped
class PublishedSecurities implements PublishedLots {

    private static final String SECURITIES = "/internal/securities";
    private static final Duration AGE_MAX = Duration.ofSeconds(30);

    private final ServiceClient services;
    private final Map<LotId, SecuredLot> lots = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    PublishedSecurities(ServiceClient services) {
        this.services = services;
    }

    @Override
    public Optional<SecuredLot> of(LotId lot) {
        if (!lots.containsKey(lot) || readAt.plus(AGE_MAX).isBefore(Instant.now())) {
            readAll();
        }
        return Optional.ofNullable(lots.get(lot));
    }

    private void readAll() {
        services.get(Services.TRADING_CORE, SECURITIES).forEach(security -> {
            var lot = secured(security);
            lots.put(lot.lot(), lot);
        });
        readAt = Instant.now();
    }

    private static SecuredLot secured(JsonNode security) {
        return new SecuredLot(
                TenderId.of(security.required("tender").asText()),
                LotId.of(security.required("lot").asText()),
                security.required("lotCode").asText(),
                security.required("lotName").asText(),
                security.required("projectName").asText(),
                organisation(security.required("procuringEntity")),
                organisation(security.required("agency")),
                new Fen(security.required("amountFen").asLong()),
                acceptsBonds(security.required("forms")),
                Instant.parse(security.required("bidDeadline").asText()),
                security.required("bidValidityDays").asInt());
    }

    private static boolean acceptsBonds(JsonNode forms) {
        return StreamSupport.stream(forms.spliterator(), false).anyMatch(form -> "BOND".equals(form.asText()));
    }

    private static Organisation organisation(JsonNode node) {
        return new Organisation(
                node.required("name").asText(), new Uscc(node.required("uscc").asText()));
    }
}
