package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.site.domain.Arrangement;
import cn.qifeng.evaluation.site.domain.Arrangement.Sitter;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotment.Placed;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Places the members of a panel by the drawn order, and whoever follows one that left (派席). */
@ApplicationScoped
class AllotSeats {

    private static final Set<Stage> PANEL_SITS = Set.of(Stage.CONVENING, Stage.SCORING, Stage.REVEALING);

    private final SeatAllotments allotments;
    private final RunningSessions running;
    private final FindEligible experts;
    private final TradingCore core;
    private final SiteEntries entries;

    AllotSeats(
            SeatAllotments allotments,
            RunningSessions running,
            FindEligible experts,
            TradingCore core,
            SiteEntries entries) {
        this.allotments = allotments;
        this.running = running;
        this.experts = experts;
        this.core = core;
        this.entries = entries;
    }

    /** Takes the result of the draw when it is there, and places whoever has no seat yet. */
    void advance(UUID draw) {
        var picked = QuarkusTransaction.requiringNew()
                .call(() -> allotments.lock(draw).orElseThrow().picked());
        var result = picked.isEmpty() ? core.picked(draw).orElse(List.of()) : picked;
        if (!result.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> place(draw, result));
        }
    }

    private void place(UUID draw, List<Integer> result) {
        var stored = allotments.lock(draw).orElseThrow();
        var allotment = stored.picked().isEmpty() ? stored.drawn(result) : stored;
        var session = running.read(allotment.session());
        if (session.stage() == Stage.CONCLUDED) {
            allotments.close(draw);
            return;
        }
        var members = session.panel().occupied();
        boolean seated = members.stream()
                .map(Seat::number)
                .toList()
                .equals(allotment.placed().stream().map(Placed::number).toList());
        boolean waits = members.isEmpty() || !session.panel().known();
        if (seated || waits || !PANEL_SITS.contains(session.stage())) {
            if (stored.picked().isEmpty()) {
                allotments.save(allotment);
            }
            return;
        }
        var placed = arranged(allotment, session, members);
        allotments.save(placed);
        entries.allotted(session, placed);
    }

    /** Everybody at a seat by the drawn order; who has a sound one keeps it. */
    SeatAllotment arranged(SeatAllotment allotment, EvaluationSession session, List<Seat> members) {
        var former = new HashMap<String, Integer>();
        allotment.placed().stream()
                .filter(it -> !allotment.isBroken(it.seat()))
                .forEach(it -> former.put(it.number(), it.seat()));
        var groups = groups(session, members);
        var sitters = members.stream()
                .map(it -> new Sitter(groups.get(it.number()), former.getOrDefault(it.number(), Arrangement.NONE)))
                .toList();
        var arrangement = Arrangement.of(allotment.pool(), allotment.order(), sitters)
                .orElseThrow(() -> SiteRefusal.POOL.at("seats", allotment.pool().size(), members.size() + " apart"));
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            placed.add(new Placed(
                    member.number(),
                    member.member(),
                    sitters.get(i).group(),
                    arrangement.seats().get(i)));
        }
        return allotment.with(placed, arrangement.apart());
    }

    /** Numbers of employers, in the order of the panel; those whom the procuring entity sends are of one. */
    private Map<String, Integer> groups(EvaluationSession session, List<Seat> members) {
        var pool = experts.byNumber();
        var employers = new HashMap<String, Integer>();
        var groups = new HashMap<String, Integer>();
        for (Seat member : members) {
            var employer = member.kind() == SeatKind.TENDERER
                    ? session.order().procuringEntity().name()
                    : employer(member, pool.get(member.number()));
            groups.put(
                    member.number(),
                    employer.isBlank() ? 0 : employers.computeIfAbsent(employer, it -> employers.size() + 1));
        }
        return groups;
    }

    /** Where a member works: as the own pool knows, or as the library told. */
    private static String employer(Seat member, Expert own) {
        return own == null ? member.employer() : own.ties().employer();
    }
}
