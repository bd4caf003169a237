package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.opening.domain.BidOpening.Recorded;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.application.MethodDoc;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.Side;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/** Hands an opened lot to the evaluation (移交评标): one event through the outbox, docs/api.md. */
@ApplicationScoped
class HandToEvaluation {

    private final Outbox outbox;
    private final Progress progress;
    private final LotKeySets keySets;
    private final CoefficientDraws draws;
    private final Directory directory;
    private final ObjectMapper json;

    HandToEvaluation(
            Outbox outbox,
            Progress progress,
            LotKeySets keySets,
            CoefficientDraws draws,
            Directory directory,
            ObjectMapper json) {
        this.outbox = outbox;
        this.progress = progress;
        this.keySets = keySets;
        this.draws = draws;
        this.directory = directory;
        this.json = json;
    }

    /** In the transaction that records the opening. */
    void handOver(PublishedLot lot, Recorded recorded) {
        progress.move(lot.lot(), Stage.EVALUATING);
        var unsealing = recorded.opened().unsealing();
        var body = facts(lot).put("k", unsealing.coefficient());
        draws.delta(lot, unsealing.draw()).ifPresent(delta -> body.put("delta", delta));
        draws.orderSeed(lot, unsealing.draw()).ifPresent(seed -> body.put("drawSeed", seed));
        var bids = body.putArray("bids");
        for (var result : recorded.opened().results()) {
            var name = unsealing.names().stream()
                    .filter(one -> one.bidId().equals(result.bidId()))
                    .findFirst()
                    .orElseThrow();
            bids.addObject()
                    .put("bidId", result.bidId())
                    .put("name", name.name())
                    .put("uscc", name.uscc())
                    .put("party", party(name.uscc()))
                    .put("priceFen", price(result))
                    .put("durationDays", days(result))
                    .put("status", result.status().name());
        }
        addTrustees(lot, body.putArray("trustees"));
        outbox.send("remote-evaluation", "/internal/sessions", lot.lot().toString(), body);
    }

    private ObjectNode facts(PublishedLot lot) {
        var body = CanonicalJson.object()
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("name", lot.name())
                .put("lotCode", lot.code().value())
                .put("project", lot.projectName())
                .put("region", lot.region())
                .put("ceilingFen", lot.ceiling().value());
        body.set("procuringEntity", organisation(lot.procuringEntity()));
        body.set("agency", organisation(lot.agency()));
        body.set("panel", panel(lot.panel()));
        body.putObject("award")
                .put("mode", String.valueOf(lot.award().mode()))
                .put("finalistsMax", lot.award().finalistsMax());
        body.set("method", MethodDoc.of(lot.method()));
        body.set("criteria", json.valueToTree(lot.criteria()));
        body.set("review", json.valueToTree(lot.review()));
        body.put("procurement", lot.procurement());
        addTendererMembers(lot, body.putArray("tendererMembers"));
        return body;
    }

    private static ObjectNode panel(PanelSetting setting) {
        var panel = CanonicalJson.object().put("size", setting.size()).put("tendererSeats", setting.tendererSeats());
        if (setting.evaluationHours() != null) {
            panel.put("evaluationHours", setting.evaluationHours());
        }
        if (setting.library() != null) {
            panel.putObject("library")
                    .put("name", setting.library().name())
                    .put("uscc", setting.library().uscc());
        }
        return panel;
    }

    private void addTendererMembers(PublishedLot lot, ArrayNode members) {
        directory.peopleOf(lot.procuringEntity().id()).stream()
                .filter(person -> !directory.usableCertificates(person.id()).isEmpty())
                .limit(lot.panel().tendererSeats())
                .forEach(person -> addMember(person, members.addObject()));
    }

    private void addMember(Person person, ObjectNode member) {
        var certificate = directory.usableCertificates(person.id()).get(0);
        member.put("personId", person.id().toString())
                .put("certificateId", certificate.id())
                .put("certificate", Base64.getEncoder().encodeToString(certificate.der()))
                .put("name", person.name());
    }

    private void addTrustees(PublishedLot lot, ArrayNode trustees) {
        for (var member : keySets.of(lot).members()) {
            var person = directory.personOfCertificate(member.idHex());
            if (member.side() != Side.TENDERER && person.isPresent()) {
                trustees.addObject()
                        .put("personId", person.get().id().toString())
                        .put("certificateId", member.idHex())
                        .put("name", member.name())
                        .put("side", member.side().name());
            }
        }
    }

    private static ObjectNode organisation(Organisation organisation) {
        return CanonicalJson.object()
                .put("name", organisation.name())
                .put("uscc", organisation.uscc().value());
    }

    /** Whom the evaluation may show its questions to this bidder. */
    private String party(String uscc) {
        return directory.party(new Uscc(uscc)).map(it -> it.id().toString()).orElse(null);
    }

    private static Integer days(OpenedBid result) {
        return result.bid() == null ? null : result.bid().path("durationDays").intValue();
    }

    private static Long price(OpenedBid result) {
        return result.bid() == null ? null : result.bid().get("priceFen").longValue();
    }
}
