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
 * The public notices of trading-core. All of them are read, whatever lot is asked for, so that neither an address nor a
 * log tells which lot somebody wants to secure.
 */
@ApplicationScoped
class PublicNotices implements PublishedLots {

    private static final String TENDERS = "/api/core/public/tenders";
    private static final Duration AGE_MAX = Duration.ofSeconds(30);

    private final ServiceClient services;
    private final Map<LotId, SecuredLot> lots = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    PublicNotices(ServiceClient services) {
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
        var list = services.get(Services.TRADING_CORE, TENDERS);
        StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.required("tender").asText())
                .map(id -> services.get(Services.TRADING_CORE, TENDERS + "/" + id))
                .map(PublicNotices::secured)
                .forEach(lot -> lots.put(lot.lot(), lot));
        readAt = Instant.now();
    }

    private static SecuredLot secured(JsonNode notice) {
        var publication = notice.required("publication");
        var lot = publication.required("lot");
        var security = publication.required("security");
        return new SecuredLot(
                TenderId.of(publication.required("tender").asText()),
                LotId.of(lot.required("id").asText()),
                lot.required("code").asText(),
                lot.required("name").asText(),
                publication.required("project").required("name").asText(),
                organisation(publication.required("procuringEntity")),
                organisation(publication.required("agency")),
                new Fen(security.required("amountFen").asLong()),
                acceptsBonds(security.required("forms")),
                Instant.parse(
                        publication.required("schedule").required("bidDeadline").asText()),
                publication.required("bidValidityDays").asInt());
    }

    private static boolean acceptsBonds(JsonNode forms) {
        return StreamSupport.stream(forms.spliterator(), false).anyMatch(form -> "BOND".equals(form.asText()));
    }

    private static Organisation organisation(JsonNode node) {
        return new Organisation(
                node.required("name").asText(), new Uscc(node.required("uscc").asText()));
    }
}
