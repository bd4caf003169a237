package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.check.AskedQuestion.State;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps of clarifications, entry by entry: who signs what, in which order, and until when. */
final class ClarificationSteps {

    private static final Set<String> KINDS = Set.of("AMBIGUITY", "OBVIOUS_ERROR", "ARITHMETIC", "LOW_PRICE");
    private static final Set<String> PRICELESS = Set.of("AMBIGUITY", "OBVIOUS_ERROR");
    private static final Set<String> FINDINGS = Set.of("ACCEPTED", "NOT_ACCEPTED", "SUBSTANCE_CHANGED");

    private final Dossier dossier;
    private final GateSigners signers;
    private final List<AskedQuestion> questions = new ArrayList<>();
    private int bound;

    ClarificationSteps(Dossier dossier) {
        this.dossier = dossier;
        this.signers = new GateSigners(dossier);
    }

    /** All questions by their number less one, as far as they got. */
    List<AskedQuestion> questions() {
        return questions;
    }

    /** Takes the next entry of the chain. */
    void take(Entry entry) {
        switch (entry.type()) {
            case "evaluation/clarification-proposed" -> proposed(entry);
            case "evaluation/clarification-vote" -> voted(entry);
            case "evaluation/clarification-gate" -> gated(entry);
            case "evaluation/clarification-answered" -> answered(entry);
            case "evaluation/clarification-lapsed" -> lapsed(entry);
            case "evaluation/clarification-found" -> found(entry);
            case "evaluation/corrected" -> corrected(entry);
            case "evaluation/report" ->
                Broken.unless(
                        questions.stream().allMatch(AskedQuestion::ended), entry.object(), "a question was left open");
            default -> {
                // nothing about clarifications
            }
        }
    }

    /** Demands that every correction that binds stands on record. */
    void end(Entry last) {
        long binding = questions.stream().filter(AskedQuestion::binds).count();
        Broken.unless(binding == bound, last.object(), "a confirmed correction is not on record");
    }

    private void proposed(Entry entry) {
        var doc = typed(entry, "clarification-proposal", "not a question to a bidder");
        var object = entry.object();
        if (!settling(entry, doc)) {
            sheetsOpen(entry);
        }
        Shape.equal(doc, "number", questions.size() + 1L, object, "not the next number of a question");
        Broken.unless(KINDS.contains(doc.path("kind").asText()), object, "a kind of question that nobody knows");
        long minutes = Shape.number(doc, "minutes", object);
        Broken.unless(minutes > 0, object, "no time to answer");
        var sung = PanelPrices.opened(dossier).get(doc.path("bidId").asText());
        Broken.unless(sung != null, object, "a question about no opened bid");
        boolean arithmetic = doc.path("kind").asText().equals("ARITHMETIC");
        Broken.unless(
                doc.path("correction").isObject() == arithmetic, object, "a correction in another kind of question");
        if (arithmetic) {
            CorrectedPrice.check(doc.path("correction"), sung, object);
        }
        var members = PanelCheck.members(dossier, entry.n());
        var question = new AskedQuestion(doc, Hash.hex(Canon.bytes(doc, object)), members.size());
        question.votes.put(signers.member(entry), true);
        question.countVotes();
        questions.add(question);
    }

    /** Prices and names are open only once every sheet is; before, nobody asks. */
    private void sheetsOpen(Entry entry) {
        for (Entry revealed : dossier.entries("evaluation/revealed")) {
            Broken.unless(
                    revealed.n() < entry.n() || revealed.n() > Reviews.end(dossier, entry.n()),
                    entry.object(),
                    "asked before the sheets were open");
        }
    }

    /** Whether it is asked while the preliminary review is being decided, about no price. */
    private boolean settling(Entry entry, JsonNode doc) {
        var judged = dossier.entries(ScreeningCheck.REVEALED).stream()
                .filter(it -> it.n() > ScreeningCheck.lastPanel(dossier, Integer.MAX_VALUE))
                .toList();
        int begun = judged.isEmpty()
                ? Integer.MAX_VALUE
                : judged.get(judged.size() - 1).n();
        boolean decided = ScreeningCheck.before(dossier, entry.n()).isPresent();
        return begun < entry.n()
                && !decided
                && PRICELESS.contains(doc.path("kind").asText());
    }

    private void voted(Entry entry) {
        var question = signedFor(entry, "clarification-vote", State.PROPOSED, "not a vote on a question");
        var vote = entry.doc().path("vote").asText();
        Broken.unless(vote.equals("FOR") || vote.equals("AGAINST"), entry.object(), "neither for nor against");
        var before = question.votes.put(signers.member(entry), vote.equals("FOR"));
        Broken.unless(before == null, entry.object(), "a member votes twice");
        question.countVotes();
    }

    private void gated(Entry entry) {
        var question = signedFor(entry, "clarification-gate", State.AT_GATE, "not a decision at the gate");
        signers.supervises(entry);
        if (AnswerWindow.opens(entry, "released", "releasedAt", "deadline")) {
            question.window =
                    AnswerWindow.from(entry, question.doc.path("minutes").asLong());
            question.state = State.RELEASED;
        } else {
            question.state = State.STOPPED;
        }
    }

    private void answered(Entry entry) {
        var question = signedFor(entry, "clarification-answer", State.RELEASED, "not an answer");
        var object = entry.object();
        var doc = entry.doc();
        Shape.equal(doc, "bidId", question.bidId(), object, "an answer about another bid");
        Broken.unless(
                signers.uscc(entry).equals(signers.bidder(question.bidId())), object, "not answered by the bidder");
        question.window.answered(entry);
        Broken.unless(
                doc.path("confirms").isBoolean() == question.arithmetic(), object, "neither confirmed nor refused");
        question.confirmed = doc.path("confirms").asBoolean();
        question.answer = Hash.hex(Canon.bytes(doc, object));
        question.state = State.ANSWERED;
    }

    private void lapsed(Entry entry) {
        var question = of(entry.body(), entry, State.RELEASED);
        question.window.lapsed(entry);
        question.state = State.LAPSED;
    }

    private void found(Entry entry) {
        var question = signedFor(entry, "clarification-finding", State.ANSWERED, "not a finding on an answer");
        Shape.equal(entry.doc(), "answer", question.answer, entry.object(), "a finding on another answer");
        var finding = entry.doc().path("finding").asText();
        Broken.unless(FINDINGS.contains(finding), entry.object(), "a finding that nobody knows");
        Broken.unless(
                question.findings.put(signers.member(entry), finding) == null, entry.object(), "a member votes twice");
        question.countFindings();
    }

    private void corrected(Entry entry) {
        var question = of(entry.body(), entry, State.CONCLUDED);
        var object = entry.object();
        Broken.unless(question.binds(), object, "a correction that nobody confirmed");
        Shape.equal(entry.body(), "bidId", question.bidId(), object, "a correction of another bid");
        Broken.unless(
                entry.body()
                        .path("correctedFen")
                        .equals(question.doc.path("correction").path("correctedFen")),
                object + "#correctedFen",
                "not the correction that was confirmed");
        bound++;
    }

    /** The question that a signed doc names, which is in this state. */
    private AskedQuestion signedFor(Entry entry, String type, State state, String otherwise) {
        var doc = typed(entry, type, otherwise);
        var question = of(doc, entry, state);
        Shape.equal(doc, "proposal", question.proposal, entry.object(), "signed for another question");
        return question;
    }

    private JsonNode typed(Entry entry, String type, String otherwise) {
        Shape.equal(entry.doc(), "type", type, entry.object(), otherwise);
        return entry.doc();
    }

    private AskedQuestion of(JsonNode named, Entry entry, State state) {
        signers.session(named, entry);
        long number = Shape.number(named, "number", entry.object());
        Broken.unless(number >= 1 && number <= questions.size(), entry.object(), "a question that nobody proposed");
        var question = questions.get((int) number - 1);
        Broken.unless(question.state == state, entry.object(), "a step out of its turn", question.state);
        return question;
    }
}
