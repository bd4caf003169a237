package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotment.Broken;
import cn.qifeng.evaluation.site.domain.SeatAllotment.Placed;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Leaves out seats that broke since the draw (故障换席): whoever sat there gets the next seat that the drawn order gives, all
 * others stay. The site tells the fault, the main site has it count; neither can choose the seat.
 */
@ApplicationScoped
public class ReplaceBrokenSeats {

    private final RunningSessions running;
    private final SeatAllotments allotments;
    private final Sites sites;
    private final AllotSeats allot;
    private final SiteEntries entries;
    private final Event<Reseated> reseated;

    ReplaceBrokenSeats(
            RunningSessions running,
            SeatAllotments allotments,
            Sites sites,
            AllotSeats allot,
            SiteEntries entries,
            Event<Reseated> reseated) {
        this.running = running;
        this.allotments = allotments;
        this.sites = sites;
        this.allot = allot;
        this.entries = entries;
        this.reseated = reseated;
    }

    /** Places whoever sits at a seat that its site tells to be broken; refuses with {@code site/none-broken}. */
    @Transactional
    public void replace(SessionId id) {
        var session = running.lockEvenFrozen(id);
        var allotment = allotments
                .of(id)
                .flatMap(it -> allotments.lock(it.draw()))
                .filter(it -> !it.placed().isEmpty() && session.stage() != Stage.CONCLUDED)
                .orElseThrow(() -> SiteRefusal.SESSION.at("stage", session.stage(), "a session whose panel has seats"));
        var broken = newlyBroken(allotment);
        if (broken.isEmpty()) {
            throw SiteRefusal.NONE_BROKEN.at("seats", 0, "a seat of this evaluation that its site told to be broken");
        }
        var placed = allot.arranged(
                allotment.without(broken), session, session.panel().occupied());
        allotments.save(placed);
        entries.allotted(session, placed);
        moved(allotment, placed)
                .forEach(it -> reseated.fire(
                        new Reseated(id, it.number(), placed.pool().get(it.seat()))));
    }

    private List<Broken> newlyBroken(SeatAllotment allotment) {
        var faults = allotment.pool().stream()
                .map(SeatPlace::site)
                .distinct()
                .map(code -> SiteLookup.find(sites, code))
                .collect(Collectors.toMap(Site::code, Site::faults));
        var broken = new ArrayList<Broken>();
        for (int i = 0; i < allotment.pool().size(); i++) {
            var place = allotment.pool().get(i);
            var fault = faults.get(place.site()).get(place.key());
            if (fault != null && !allotment.isBroken(i)) {
                broken.add(new Broken(i, fault));
            }
        }
        return broken;
    }

    private static List<Placed> moved(SeatAllotment before, SeatAllotment after) {
        return after.placed().stream()
                .filter(it -> before.placeOf(it.number())
                        .filter(former -> !former.equals(after.pool().get(it.seat())))
                        .isPresent())
                .toList();
    }
}
