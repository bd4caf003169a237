package cn.qifeng.auditor.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** A question to a bidder and how far it got, as the chain tells it. */
final class AskedQuestion {

    /** How far. */
    enum State {
        PROPOSED,
        DROPPED,
        AT_GATE,
        STOPPED,
        RELEASED,
        ANSWERED,
        LAPSED,
        CONCLUDED
    }

    private static final String ACCEPTED = "ACCEPTED";

    final JsonNode doc;
    final String proposal;
    final int members;
    final Map<String, Boolean> votes = new HashMap<>();
    final Map<String, String> findings = new HashMap<>();
    State state = State.PROPOSED;
    AnswerWindow window;
    String answer;
    boolean confirmed;

    AskedQuestion(JsonNode doc, String proposal, int members) {
        this.doc = doc;
        this.proposal = proposal;
        this.members = members;
    }

    String bidId() {
        return doc.path("bidId").asText();
    }

    String kind() {
        return doc.path("kind").asText();
    }

    boolean arithmetic() {
        return kind().equals("ARITHMETIC");
    }

    /** Counts the votes on asking: more than half of the members ask, half of them against it drop it. */
    void countVotes() {
        long inFavour = votes.values().stream().filter(it -> it).count();
        if (2 * inFavour > members) {
            state = State.AT_GATE;
        } else if (2 * (votes.size() - inFavour) >= members) {
            state = State.DROPPED;
        }
    }

    /** Counts the findings in the same way. */
    void countFindings() {
        if (2 * accepting() > members || 2 * (findings.size() - accepting()) >= members) {
            state = State.CONCLUDED;
        }
    }

    boolean accepted() {
        return state == State.CONCLUDED && 2 * accepting() > members;
    }

    boolean binds() {
        return accepted() && arithmetic() && confirmed;
    }

    /** Whether it was put to the bidder and left open. */
    boolean unresolved() {
        boolean refused = state == State.CONCLUDED && arithmetic() && !confirmed;
        return state == State.LAPSED || state == State.CONCLUDED && !accepted() || refused;
    }

    boolean ended() {
        return state == State.DROPPED || state == State.STOPPED || state == State.LAPSED || state == State.CONCLUDED;
    }

    private long accepting() {
        return findings.values().stream().filter(ACCEPTED::equals).count();
    }
}
