package cn.qifeng.trading.access;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts registrations of bidders straight into a state. */
@ApplicationScoped
class ParkedParties {

    static final List<String> PHASES = List.of(
            "PARTY_UNKNOWN", "PARTY_EDITING", "PARTY_SUBMITTED", "PARTY_REJECTED", "PARTY_VERIFIED", "PARTY_SUSPENDED");

    private final Parties parties;
    private final PlatformClock clock;

    ParkedParties(Parties parties, PlatformClock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** What is asked of a registration in this phase; one that is not {@code own} to judge was handed in by the judge. */
    Request request(String endpoint, TestPerson judge, String phase, boolean own) {
        var uscc = SandboxCertificates.freshCode();
        var party = new PartyId(UUID.randomUUID());
        var data = new PartyData("澄江路桥" + uscc + "有限公司", "长汀路1号", "林一川", "周予", "00088000001");
        if (!phase.equals("PARTY_UNKNOWN")) {
            var handedIn = own ? PersonId.random() : judge.id();
            QuarkusTransaction.requiringNew().run(() -> park(party, uscc, data, phase, handedIn));
        }
        return switch (endpoint) {
            case "POST /api/core/parties/bidders" ->
                Request.to("/api/core/parties/bidders", null).with(registration(uscc, data));
            case "PUT /api/core/parties/mine/data" -> {
                var token = TestTokens.of(UUID.randomUUID(), party.value(), null, "bidder");
                yield Request.to("/api/core/parties/mine/data", token)
                        .with(("{\"name\":\"%s\",\"address\":\"长汀路2号\","
                                        + "\"legalRepresentative\":\"林一川\",\"contact\":\"周予\",\"phone\":\"1\"}")
                                .formatted(data.name()));
            }
            case "POST /api/core/parties/{id}/verification" ->
                Request.to("/api/core/parties/" + party + "/verification", judge.token())
                        .with("{\"accepted\":true}");
            case "POST /api/core/parties/{id}/suspension" ->
                Request.to("/api/core/parties/" + party + "/suspension", judge.token())
                        .with("{\"suspended\":%s,\"reason\":\"执照\"}".formatted(!phase.equals("PARTY_SUSPENDED")));
            default -> throw new IllegalArgumentException(endpoint);
        };
    }

    private void park(PartyId id, Uscc uscc, PartyData data, String phase, PersonId handedIn) {
        var state = PartyState.valueOf(phase.substring("PARTY_".length()));
        var act = Optional.of(new Party.Act(handedIn, clock.now(), ""));
        parties.save(new Party(id, uscc, PartyKind.BIDDER, state, data, Optional.empty(), act, Optional.empty()));
    }

    private String registration(Uscc uscc, PartyData data) {
        var doc = CanonicalJson.object()
                .put("type", "bidder-registration")
                .put("v", 1)
                .put("name", data.name())
                .put("uscc", uscc.value())
                .put("address", data.address())
                .put("legalRepresentative", data.legalRepresentative())
                .put("contact", data.contact())
                .put("phone", data.phone())
                .put("agreement", true);
        return Statement.of(doc, SigningKey.of(SandboxCertificates.of(data.name(), uscc)))
                .toJson()
                .toString();
    }
}
