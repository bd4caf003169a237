package cn.qifeng.trading.opening.web;

import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.opening.application.ShowOpening.Hall;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Recorded;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trading.opening.domain.RecordDraft;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.web.OpeningView.DrawView;
import cn.qifeng.trading.opening.web.OpeningView.EventView;
import cn.qifeng.trading.opening.web.OpeningView.FailedView;
import cn.qifeng.trading.opening.web.OpeningView.HeldView;
import cn.qifeng.trading.opening.web.OpeningView.KeySetView;
import cn.qifeng.trading.opening.web.OpeningView.ListView;
import cn.qifeng.trading.opening.web.OpeningView.ObjectionView;
import cn.qifeng.trading.opening.web.OpeningView.RecordView;
import cn.qifeng.trading.opening.web.OpeningView.ReleasesView;
import cn.qifeng.trading.opening.web.OpeningView.SignatureView;
import cn.qifeng.trading.opening.web.OpeningView.SuspensionView;
import cn.qifeng.trading.opening.web.OpeningView.TrusteeView;
import cn.qifeng.trading.succession.domain.KeyLoss;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes the view of a hall: each state adds what it may show to what the former showed. */
final class OpeningViews {

    /** Entries whose body the hall tells; a press is told without its shares (docs/evidence.md section 9). */
    private static final Set<String> HEAD_ONLY =
            Set.of("lot/pressed", "lot/released", "lot/suspended", "lot/suspension-decided");

    private final Hall hall;
    private String state = "SCHEDULED";
    private Instant next;
    private ListView list;
    private HeldView held;
    private List<BidderName> names;
    private ReleasesView release;
    private DrawView draw;
    private List<Press> presses = List.of();
    private List<OpenedBid> results;
    private Instant openedAt;
    private List<ObjectionView> objections;
    private Instant objectionsUntil;
    private RecordView record;
    private FailedView failed;

    private OpeningViews(Hall hall) {
        this.hall = hall;
    }

    static OpeningView of(Hall hall) {
        var views = new OpeningViews(hall);
        views.read();
        return views.view();
    }

    private void read() {
        var opening = hall.opening();
        if (opening instanceof Recorded recorded) {
            opened(recorded.opened());
            state = "RECORDED";
            next = null;
            record = record(recorded.opened().draft(), recorded.recordedAt());
        } else if (opening instanceof Opened opened) {
            opened(opened);
        } else if (opening instanceof Unsealing unsealing) {
            unsealing(unsealing);
        } else if (opening instanceof Drawing drawing) {
            state = "DRAWING";
            listed(drawing.checkpoint());
            names = drawing.names();
            draw = draw(drawing.draw(), null, null);
        } else if (opening instanceof Releasing releasing) {
            state = "RELEASING";
            next = releasing.window().closesAt();
            listed(releasing.checkpoint());
            names = releasing.names();
            release = ReleaseViews.open(releasing);
        } else if (opening instanceof Released released) {
            state = "RELEASED";
            listed(released.checkpoint());
            names = released.names();
        } else if (opening instanceof Listed listed) {
            state = "LISTED";
            next = listed.namesAt();
            listed(listed.list(), listed.listHash());
            held = HeldViews.of(listed, hall.held());
        } else {
            withoutList(opening);
        }
    }

    private void withoutList(BidOpening opening) {
        if (opening instanceof Failed lot) {
            state = "FAILED";
            failed = new FailedView(lot.count(), lot.decidedAt(), lot.suspended());
        } else if (hall.now().isAfter(hall.lot().deadline())) {
            state = "FREEZING";
            next = hall.lot().deadline().plus(hall.times().settle());
        } else {
            next = hall.lot().deadline();
        }
    }

    private void opened(Opened opened) {
        unsealing(opened.unsealing());
        state = "OPENED";
        results = opened.results();
        openedAt = opened.openedAt();
        objections = opened.objections().stream().map(OpeningViews::objection).toList();
        objectionsUntil = opened.objectionsUntil();
        next = opened.draft() == null ? opened.objectionsUntil() : null;
        record = opened.draft() == null ? null : record(opened.draft(), null);
    }

    private void unsealing(Unsealing unsealing) {
        state = "UNSEALING";
        listed(unsealing.checkpoint());
        names = unsealing.names();
        draw = draw(unsealing.draw(), unsealing.coefficient(), unsealing.drawnAt());
        presses = unsealing.presses();
    }

    private void listed(Checkpoint checkpoint) {
        listed(checkpoint.list(), checkpoint.hash());
        release = checkpoint.releases() == null ? null : ReleaseViews.closed(checkpoint.releases());
    }

    private void listed(BidList bids, String hash) {
        list = new ListView(hash, bids);
    }

    private DrawView draw(UUID id, String k, Instant drawnAt) {
        return new DrawView(id, hall.lot().method().k(), k, drawnAt);
    }

    private static ObjectionView objection(Objection objection) {
        return new ObjectionView(
                objection.id(),
                objection.bidder(),
                objection.at(),
                text(objection.statement()),
                objection.answer() == null ? null : text(objection.answer()));
    }

    private static String text(ObjectNode statement) {
        return statement.path("doc").path("text").asText();
    }

    private static RecordView record(RecordDraft draft, Instant recordedAt) {
        var signatures = draft.signatures().stream()
                .map(one -> new SignatureView(one.capacity().name(), one.name()))
                .toList();
        return new RecordView(draft.sm3(), signatures, recordedAt);
    }

    /** Every set that bids were sealed to, or are, the published one first. */
    private List<KeySetView> keySets() {
        return hall.sets().all().stream()
                .map(one -> new KeySetView(
                        one.set().idHex(),
                        one.set().threshold(),
                        one.from().equals(Instant.MIN) ? null : one.from(),
                        pressesFor(one.set().idHex()),
                        trustees(one.set())))
                .toList();
    }

    private Integer pressesFor(String set) {
        if (hall.pressing().isEmpty()) {
            return null;
        }
        return hall.pressing().stream()
                .filter(one -> one.set().equals(set))
                .map(one -> one.bids().size())
                .findFirst()
                .orElse(0);
    }

    private List<TrusteeView> trustees(KeySet set) {
        return set.members().stream()
                .map(member -> new TrusteeView(
                        member.x(),
                        member.name(),
                        member.side().name(),
                        presses.stream()
                                .filter(press -> set.idHex().equals(press.set())
                                        && press.trustee().equals(member.idHex()))
                                .map(Press::at)
                                .findFirst()
                                .orElse(null),
                        hall.losses().stream()
                                .filter(loss -> loss.set().equals(set.idHex())
                                        && loss.member().equals(member.idHex()))
                                .map(KeyLoss::at)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static SuspensionView suspension(Suspension told) {
        var decision = told.decision();
        return new SuspensionView(
                told.cause().name(),
                told.since(),
                told.at(),
                told.entry(),
                !told.open(),
                told.open() && decision != null
                        ? decision.signatures().get(0).capacity().name()
                        : null,
                decision == null ? null : decision.until(),
                decision == null ? null : decision.reason());
    }

    private static EventView event(RecordedEntry entry) {
        return new EventView(
                entry.ref().n(),
                entry.type(),
                entry.head().get("at").textValue(),
                HEAD_ONLY.contains(entry.type()) ? null : entry.body());
    }

    private OpeningView view() {
        var lot = hall.lot();
        return new OpeningView(
                lot.lot(),
                lot.tender(),
                lot.name(),
                lot.code().value(),
                lot.projectName(),
                state,
                hall.version(),
                hall.now(),
                hall.sandbox(),
                lot.openingMode().name(),
                lot.deadline(),
                next,
                hall.sets().current().threshold(),
                trustees(hall.sets().current()),
                keySets(),
                hall.suspension().map(OpeningViews::suspension).orElse(null),
                list,
                held,
                names,
                release,
                draw,
                results,
                openedAt,
                objections,
                objectionsUntil,
                record,
                failed,
                hall.entries().stream().map(OpeningViews::event).toList());
    }
}
