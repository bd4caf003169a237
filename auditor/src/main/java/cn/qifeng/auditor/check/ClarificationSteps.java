package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.check.AskedQuestion.State;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of clarifications, entry by entry: who signs what, in which order, and until when. */
final class ClarificationSteps {

    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final Set<String> KINDS = Set.of("AMBIGUITY", "OBVIOUS_ERROR", "ARITHMETIC", "LOW_PRICE");
    private static final Set<String> PRICELESS = Set.of("AMBIGUITY", "OBVIOUS_ERROR");
    private static final Set<String> FINDINGS = Set.of("ACCEPTED", "NOT_ACCEPTED", "SUBSTANCE_CHANGED");

    private final Dossier dossier;
    private final List<AskedQuestion> questions = new ArrayList<>();
    private final long former;
    private int bound;

    ClarificationSteps(Dossier dossier) {
        this.dossier = dossier;
        this.former = Attempts.former(dossier, "evaluation/clarification-proposed");
    }

    /** All questions in the order of their numbers, as far as they got; numbers of void ones are not used again. */
    List<AskedQuestion> questions() {
        return questions;
    }

    /** The question of this number; empty where there is none that counts. */
    Optional<AskedQuestion> question(long number) {
        long place = number - former;
        boolean there = place >= 1 && place <= questions.size();
        return there ? Optional.of(questions.get((int) place - 1)) : Optional.empty();
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
        Shape.equal(doc, "number", former + questions.size() + 1L, object, "not the next number of a question");
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
        question.votes.put(member(entry), true);
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
        var before = question.votes.put(member(entry), vote.equals("FOR"));
        Broken.unless(before == null, entry.object(), "a member votes twice");
        question.countVotes();
    }

    private void gated(Entry entry) {
        var question = signedFor(entry, "clarification-gate", State.AT_GATE, "not a decision at the gate");
        var object = entry.object();
        supervises(entry);
        var body = entry.body();
        Broken.unless(entry.doc().path("released").isBoolean(), object, "neither released nor stopped");
        if (!entry.doc().path("released").booleanValue()) {
            boolean reasoned = !entry.doc().path("reason").asText().isBlank()
                    && body.path("releasedAt").isNull()
                    && body.path("deadline").isNull();
            Broken.unless(reasoned, object, "stopped without a reason");
            question.state = State.STOPPED;
            return;
        }
        question.releasedAt = Shape.moment(body, "releasedAt", object);
        question.deadline = Shape.moment(body, "deadline", object);
        Broken.unless(
                !question.releasedAt.isAfter(entry.at().plus(CLOCKS)), object, "released before its time was there");
        var minutes = Duration.ofMinutes(question.doc.path("minutes").asLong());
        Broken.unless(
                question.deadline.equals(question.releasedAt.plus(minutes)),
                object + "#deadline",
                "not the minutes that the panel set");
        question.state = State.RELEASED;
    }

    private void answered(Entry entry) {
        var question = signedFor(entry, "clarification-answer", State.RELEASED, "not an answer");
        var object = entry.object();
        var doc = entry.doc();
        Shape.equal(doc, "bidId", question.bidId(), object, "an answer about another bid");
        Broken.unless(
                uscc(signer(entry), entry).equals(bidder(question.bidId())), object, "not answered by the bidder");
        Broken.unless(
                Shape.moment(doc, "deadline", object).equals(question.deadline), object, "not the deadline that ran");
        var at = Shape.moment(entry.body(), "answeredAt", object);
        Broken.unless(!at.isAfter(question.deadline), object + "#answeredAt", "answered behind the deadline");
        Broken.unless(!at.isBefore(question.releasedAt), object + "#answeredAt", "answered before the release");
        Broken.unless(
                !at.isAfter(entry.at().plus(CLOCKS)), object + "#answeredAt", "answered before its time was there");
        Broken.unless(
                doc.path("confirms").isBoolean() == question.arithmetic(), object, "neither confirmed nor refused");
        question.confirmed = doc.path("confirms").asBoolean();
        question.answer = Hash.hex(Canon.bytes(doc, object));
        question.state = State.ANSWERED;
    }

    private void lapsed(Entry entry) {
        var object = entry.object();
        var question = of(entry.body(), entry, State.RELEASED);
        var deadline = Shape.moment(entry.body(), "deadline", object);
        Broken.unless(deadline.equals(question.deadline), object, "not the deadline that ran");
        Broken.unless(entry.at().plus(CLOCKS).isAfter(deadline), object, "lapsed before its deadline");
        question.state = State.LAPSED;
    }

    private void found(Entry entry) {
        var question = signedFor(entry, "clarification-finding", State.ANSWERED, "not a finding on an answer");
        Shape.equal(entry.doc(), "answer", question.answer, entry.object(), "a finding on another answer");
        var finding = entry.doc().path("finding").asText();
        Broken.unless(FINDINGS.contains(finding), entry.object(), "a finding that nobody knows");
        Broken.unless(question.findings.put(member(entry), finding) == null, entry.object(), "a member votes twice");
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
        session(named, entry);
        long number = Shape.number(named, "number", entry.object());
        var question =
                question(number).orElseThrow(() -> new Broken(entry.object(), "a question that nobody proposed"));
        Broken.unless(question.state == state, entry.object(), "a step out of its turn", question.state);
        return question;
    }

    private void session(JsonNode named, Entry entry) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(entry.object(), "a question before the evaluation"));
        Broken.unless(
                named.path("session").equals(opened.body().path("session")),
                entry.object(),
                "a question of another session");
    }

    private String member(Entry entry) {
        session(entry.doc(), entry);
        var member = Certificates.id(signer(entry));
        Broken.unless(
                PanelCheck.members(dossier, entry.n()).contains(member),
                entry.object(),
                "said by no member of the panel");
        return member;
    }

    /** The gate is kept by nobody of the tenderer's side, of the panel, or of the bidders. */
    private void supervises(Entry entry) {
        var signer = signer(entry);
        var uscc = uscc(signer, entry);
        boolean tenderer = uscc.equals(dossier.publication()
                        .path("procuringEntity")
                        .path("uscc")
                        .asText())
                || uscc.equals(dossier.publication().path("agency").path("uscc").asText());
        boolean member = PanelCheck.members(dossier, entry.n()).contains(Certificates.id(signer));
        Broken.unless(!tenderer && !member && !bidders().contains(uscc), entry.object(), "not decided by a supervisor");
    }

    private X509Certificate signer(Entry entry) {
        return dossier.signer(entry.body().path("statement"), entry);
    }

    private static String uscc(X509Certificate signer, Entry entry) {
        try {
            return Certificates.uscc(signer);
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    }

    private String bidder(String bidId) {
        for (Entry names : dossier.entries("lot/names")) {
            for (JsonNode bid : names.body().path("bids")) {
                if (bid.path("bidId").asText().equals(bidId)) {
                    return bid.path("uscc").asText();
                }
            }
        }
        return "";
    }

    private List<String> bidders() {
        var all = new ArrayList<String>();
        dossier.entries("lot/names")
                .forEach(names -> names.body()
                        .path("bids")
                        .forEach(bid -> all.add(bid.path("uscc").asText())));
        return all;
    }
}
