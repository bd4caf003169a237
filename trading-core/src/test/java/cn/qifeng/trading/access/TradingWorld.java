package cn.qifeng.trading.access;

import cn.qifeng.testkit.access.Request;
import cn.qifeng.testkit.access.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lots, draws, key sets, uploads, registrations and people of trading-core, each where a row of the access matrix wants it. */
@ApplicationScoped
public class TradingWorld implements World {

    private final ParkedLots lots;
    private final ParkedDraws draws;
    private final ParkedKeySets keySets;
    private final ParkedUploads uploads;
    private final ParkedParties parties;
    private final ParkedPeople people;
    private final ParkedInvitations invitations;
    private final LotPapers papers;
    private final Cast cast;
    private final Map<String, ParkedLot> kept = new ConcurrentHashMap<>();

    TradingWorld(
            ParkedLots lots,
            ParkedDraws draws,
            ParkedKeySets keySets,
            ParkedUploads uploads,
            ParkedParties parties,
            ParkedPeople people,
            ParkedInvitations invitations,
            LotPapers papers,
            Cast cast) {
        this.lots = lots;
        this.draws = draws;
        this.keySets = keySets;
        this.uploads = uploads;
        this.parties = parties;
        this.people = people;
        this.invitations = invitations;
        this.papers = papers;
        this.cast = cast;
    }

    @Override
    public List<List<String>> phases() {
        return List.of(
                LotPhase.names(),
                ParkedDraws.PHASES,
                ParkedKeySets.PHASES,
                ParkedUploads.PHASES,
                ParkedParties.PHASES,
                ParkedPeople.PEOPLE,
                ParkedPeople.GRANTS,
                ParkedPeople.CERTIFICATES,
                ParkedInvitations.PHASES);
    }

    @Override
    public Request request(String endpoint, String actor, String phase, boolean own, boolean mayBeKept) {
        if (endpoint.contains("/draws/{id}")) {
            return draws.request(endpoint, cast.of(actor), phase, own);
        }
        if (endpoint.contains("/key-sets/{id}")) {
            return keySets.request(endpoint, cast.of(actor), phase, own);
        }
        if (endpoint.contains("/uploads/{id}")) {
            return uploads.request(endpoint, cast.of(actor), phase, own);
        }
        if (endpoint.contains("/core/parties/")) {
            return parties.request(endpoint, cast.person("operator"), phase, own);
        }
        if (endpoint.contains("/core/people/") || endpoint.contains("/role-grants/")) {
            return people.request(endpoint, actor, phase, own);
        }
        if (endpoint.contains("/invitations/")) {
            return invitations.request(endpoint, phase);
        }
        return lot(endpoint, actor, at(endpoint, phase), own, mayBeKept);
    }

    private Request lot(String endpoint, String actor, LotPhase phase, boolean own, boolean mayBeKept) {
        boolean reuse = mayBeKept || endpoint.startsWith("GET");
        var lot = reuse ? kept.computeIfAbsent(phase + " " + own, it -> lots.park(phase, own)) : lots.park(phase, own);
        var path = endpoint.split(" ")[1]
                .replace("/tenders/{id}", "/tenders/" + lot.tender())
                .replace("/projects/{id}", "/projects/" + lot.project())
                .replace("/objections/{id}", "/objections/" + lot.objection())
                .replace("{lot}", lot.lot().toString())
                .replace("{tender}", lot.tender().toString())
                .replace("{bidId}", lot.winner().hex())
                .replace("{sm3}", "ab".repeat(32))
                .replace("{kind}", "opening")
                .replace("{n}", "1");
        var request = Request.to(path, cast.token(actor))
                .with(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return endpoint.startsWith("GET") ? request : request.with(papers.of(endpoint, lot, cast.of(actor), own));
    }

    /** Where the phase does not matter, a tender is still being written and a lot is published. */
    private static LotPhase at(String endpoint, String phase) {
        if (!phase.equals("any")) {
            return LotPhase.valueOf(phase);
        }
        return endpoint.contains("/core/tenders/") || endpoint.contains("/projects/")
                ? LotPhase.DRAFT
                : LotPhase.BIDDING;
    }
}
