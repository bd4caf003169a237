package cn.qifeng.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The opening as everybody in the hall sees it: freeze, names, coefficient, presses, prices, record. */
final class Opening {

    private final Tour tour;
    private final Ceremony ceremony;
    private final Bidders bidders;

    Opening(Tour tour, Ceremony ceremony, Bidders bidders) {
        this.tour = tour;
        this.ceremony = ceremony;
        this.bidders = bidders;
    }

    /** The deadline passes and the list stands; every bidder finds itself in it. */
    void freeze() {
        var view = view();
        tour.moveTo(Instant.parse(view.path("deadline").asText()).plusSeconds(2));
        var listed = tour.await(tour.visitor(), tour.inLot("/opening"), it -> it.has("bidList") || it.has("failed"));
        if (listed.has("failed")) {
            throw new DemoFailed("opening", "the lot failed: " + listed.path("failed"), null);
        }
        bidders.find(listed.path("bidList").path("list"));
    }

    /** The deadline passes, and the lot fails for want of bids. */
    void fail() {
        tour.moveTo(Instant.parse(view().path("deadline").asText()).plusSeconds(2));
        tour.await(tour.visitor(), tour.inLot("/opening"), it -> it.has("failed"));
    }

    /** Waits until the failure that the panel's report brings is on record. */
    void failed() {
        tour.await(
                tour.visitor(),
                "/api/core/public/tenders/" + tour.tender,
                it -> it.path("tender").path("stage").asText().equals("FAILED"));
    }

    /** Every bidder releases its own bid to the trustees, and the window passes. */
    void release() {
        forward("LISTED");
        tour.await(tour.visitor(), tour.inLot("/opening"), it -> state(it, "RELEASING"));
        bidders.release();
        forward("RELEASING");
    }

    /** The coefficient is drawn by the trustees. */
    void draw() {
        forward("LISTED");
        var drawing = tour.await(
                tour.visitor(), tour.inLot("/opening"), it -> it.path("draw").has("id"));
        ceremony.draw(tour, drawing.path("draw").path("id").asText());
        tour.await(tour.visitor(), tour.inLot("/opening"), it -> state(it, "UNSEALING"));
    }

    /** As many trustees press as are needed; all prices are shown at one instant. */
    void press() {
        ceremony.press(tour, view().path("threshold").asInt());
        tour.await(tour.visitor(), tour.inLot("/opening"), it -> it.has("results"));
    }

    /** Time for objections passes, and agency and supervisor sign the record. */
    void record() {
        forward("OPENED");
        var record = tour.await(
                tour.visitor(), tour.inLot("/opening"), it -> it.path("record").has("sm3"));
        if (!state(record, "RECORDED")) {
            for (String account : new String[] {"agency", "supervisor"}) {
                var signer = tour.actor(account);
                var doc = Tour.doc(signer.api().get(tour.inLot("/opening-record/to-sign")));
                signer.api().post(tour.inLot("/opening-record/signatures"), signer.signInTender(tour.tender, doc));
            }
        }
        tour.await(tour.visitor(), tour.inLot("/opening"), it -> state(it, "RECORDED"));
    }

    /** Moves on to the moment that the clock has to bring, when the hall waits for one in this state. */
    private void forward(String waiting) {
        var view = view();
        if (state(view, waiting) && view.has("next")) {
            tour.moveTo(Instant.parse(view.path("next").asText()).plusSeconds(1));
        }
    }

    JsonNode view() {
        return tour.visitor().get(tour.inLot("/opening"));
    }

    private static boolean state(JsonNode view, String state) {
        return view.path("state").asText().equals(state);
    }
}
