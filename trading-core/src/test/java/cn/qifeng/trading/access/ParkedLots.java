package cn.qifeng.trading.access;

import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PlatformCode;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.TenderProjectCode;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.trading.access.Cast.Sides;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardSetting;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.Loser;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.contract.domain.Contracts;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.SuspensionCause;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Drafts;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.Tenders;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts lots straight into a phase: what their tender, chain, opening, award and contract say there. */
@ApplicationScoped
class ParkedLots {

    private final Tenders tenders;
    private final Openings openings;
    private final Suspensions suspensions;
    private final Awards awards;
    private final Contracts contracts;
    private final Chain chain;
    private final DocumentArchive archive;
    private final LotKeys keys;
    private final PlatformClock clock;
    private final Cast cast;
    private final AtomicInteger serial = new AtomicInteger();

    ParkedLots(
            Tenders tenders,
            Openings openings,
            Suspensions suspensions,
            Awards awards,
            Contracts contracts,
            Chain chain,
            DocumentArchive archive,
            LotKeys keys,
            PlatformClock clock,
            Cast cast) {
        this.tenders = tenders;
        this.openings = openings;
        this.suspensions = suspensions;
        this.awards = awards;
        this.contracts = contracts;
        this.chain = chain;
        this.archive = archive;
        this.keys = keys;
        this.clock = clock;
        this.cast = cast;
    }

    /** A new lot of the actors' own, or of others. */
    ParkedLot park(LotPhase phase, boolean own) {
        var sides = cast.sides(own);
        var lot = QuarkusTransaction.requiringNew().call(() -> written(phase, sides));
        if (phase.frozen()) {
            QuarkusTransaction.requiringNew().run(() -> {
                keys.make(lot.lot());
                keys.frozen(lot.lot());
            });
        }
        return lot;
    }

    private ParkedLot written(LotPhase phase, Sides sides) {
        var tender = TenderId.random();
        var lot = LotId.random();
        var now = clock.now();
        var project = project(sides, now);
        tenders.add(project);
        var publication = phase.published() ? publication(tender, lot, sides, now) : null;
        tenders.add(tender(phase, tender, lot, project, publication));
        var list = phase.published() ? entries(phase, tender, sides) : null;
        var objection = UUID.randomUUID();
        if (phase.published()) {
            var names = names(sides);
            openings.add(new ParkedOpenings(lot, list, names, objection, now).in(phase));
            if (phase == LotPhase.SUSPENDED) {
                suspensions.save(
                        new Suspension(lot, 1, SuspensionCause.RECEIPT_MISSING, now, now, ParkedOpenings.RECORD, null));
            }
        }
        var parked = new ParkedAwards(file(phase, tender, lot, sides), sides.committee(), now);
        if (phase.awarding()) {
            awards.save(parked.in(phase));
            parked.contract(phase).ifPresent(contracts::save);
        }
        return new ParkedLot(
                phase,
                tender,
                lot,
                project.id(),
                publication == null ? null : publication.tenderCtx(),
                sides.set(),
                list,
                ParkedOpenings.RECORD,
                objection,
                parked.winner(),
                parked.terms());
    }

    private Project project(Sides sides, Instant now) {
        var code = ProjectCode.of(PlatformCode.of("A330703", 903), serial.incrementAndGet());
        return new Project(UUID.randomUUID(), code, "示例路改造工程", "A02", "330703", sides.tenderer(), sides.agency(), now);
    }

    private Tender tender(LotPhase phase, TenderId tender, LotId lot, Project project, Tender.Publication publication) {
        var period = phase.frozen()
                ? Drafts.lawful().period("2020-01-01T09:00", "2020-02-01T09:30")
                : Drafts.lawful().period("2026-11-01T09:00", "2099-02-01T09:30");
        return Tender.restore(
                tender,
                lot,
                project,
                LotCode.of(TenderProjectCode.of(project.code(), 99), 1),
                UnifiedDealCode.issue(
                        "A02", project.procuringEntity().uscc(), LocalDate.of(2026, 11, 23), serial.get()),
                phase.published() ? period.draft() : null,
                phase.published() ? new DocumentSet(1, null, null, null, null) : DocumentSet.none(),
                publication,
                null,
                phase.stage());
    }

    private Tender.Publication publication(TenderId tender, LotId lot, Sides sides, Instant now) {
        var hash = chain.append(tender, "tender/published", withSet(sides)).hash();
        var ctx = Hex.encode(BidCore.tenderCtx(Hex.decode(hash), lot.value()));
        return new Tender.Publication(hash, ctx, sides.set().idHex(), now);
    }

    private static ObjectNode withSet(Sides sides) {
        var body = CanonicalJson.object();
        body.set("keySet", sides.set().toDoc());
        return body;
    }

    /** What the chain says in this phase; gives the hash of the bid list, or of the last entry without one. */
    private String entries(LotPhase phase, TenderId tender, Sides sides) {
        if (phase == LotPhase.FAILED) {
            var failed = CanonicalJson.object().put("count", 2).put("reason", "fewer-than-three-bids");
            return chain.append(tender, "lot/failed", failed).hash();
        }
        if (!phase.frozen()) {
            return chain.head(tender).orElseThrow().hash();
        }
        var list = chain.append(tender, "lot/bid-list", CanonicalJson.object()).hash();
        if (phase.opened()) {
            chain.append(tender, "lot/names", named(sides));
            chain.append(tender, "lot/opened", results(sides));
        }
        if (phase.opened() && phase.compareTo(LotPhase.RECORDED) >= 0) {
            var record = CanonicalJson.object().put("sm3", ParkedOpenings.RECORD);
            chain.append(tender, "lot/opening-record", record);
        }
        if (phase.awarding()) {
            chain.append(tender, "evaluation/opened", withSet(sides));
            chain.append(tender, "evaluation/parts", parts(tender, sides));
        }
        return list;
    }

    private static ObjectNode results(Sides sides) {
        var body = CanonicalJson.object();
        var results = body.putArray("results");
        for (var bidder : sides.bidders()) {
            var bid = results.addObject()
                    .put("bidId", id(bidder))
                    .put("status", "OPENED")
                    .putObject("bid")
                    .put("priceFen", ParkedAwards.PRICE.value())
                    .put("durationDays", ParkedAwards.DAYS)
                    .put("quality", "合格")
                    .put("projectLeader", "张三");
            bid.putObject("security").put("form", "BOND").put("amountFen", 20_000_000);
        }
        return body;
    }

    private ObjectNode named(Sides sides) {
        var body = CanonicalJson.object();
        var bids = body.putArray("bids");
        names(sides)
                .forEach(it -> bids.addObject()
                        .put("bidId", it.bidId())
                        .put("name", it.name())
                        .put("uscc", it.uscc()));
        return body;
    }

    /** What each bidder was told, with its file. */
    private ObjectNode parts(TenderId tender, Sides sides) {
        var body = CanonicalJson.object();
        var parts = body.putArray("parts");
        for (var bidder : sides.bidders()) {
            var file = ("%PDF-1.7 " + bidder).getBytes(StandardCharsets.UTF_8);
            var sm3 = archive.keep(tender, bidder + ".pdf", "application/pdf", Visibility.RESTRICTED, file);
            parts.addObject().put("bidId", id(bidder)).put("sm3", sm3);
        }
        return body;
    }

    private List<BidderName> names(Sides sides) {
        return sides.bidders().stream()
                .map(it -> new BidderName(
                        id(it), cast.person(it).name(), cast.uscc(it).value()))
                .toList();
    }

    private AwardFile file(LotPhase phase, TenderId tender, LotId lot, Sides sides) {
        var finalists = sides.bidders().subList(0, 2).stream()
                .map(it -> new Finalist(
                        new BidRef(id(it)),
                        cast.person(it).name(),
                        cast.uscc(it),
                        ParkedAwards.PRICE,
                        ParkedAwards.DAYS,
                        "合格",
                        "张三",
                        "90.00"))
                .toList();
        var last = sides.bidders().get(2);
        var loser = new Loser(new BidRef(id(last)), cast.person(last).name(), cast.uscc(last), "NOT_FINALIST", "80.00");
        return new AwardFile(
                tender,
                lot,
                sides.tenderer().id(),
                UUID.randomUUID(),
                finalists,
                List.of(loser),
                "00".repeat(32),
                phase == LotPhase.DETERMINING
                        ? new AwardSetting(3, 0, 0, 3, true, true)
                        : AwardSetting.separated(3, 5, 2, 3));
    }

    /** A bid id for each bidder: its number, sixteen times. */
    private static String id(String bidder) {
        return ("0" + bidder.substring("bidder".length())).repeat(16);
    }
}
