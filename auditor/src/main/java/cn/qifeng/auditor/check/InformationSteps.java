package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The steps of questions to the procuring entity, entry by entry: who signs what, in which order, and until when. */
final class InformationSteps {

    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final String BLANKS = "[ \t\r\n\u00a0\u3000]";

    /** How far a question got. */
    private enum State {
        AT_GATE,
        STOPPED,
        RELEASED,
        ANSWERED,
        LAPSED,
        DELIVERED,
        WITHHELD
    }

    private static final Set<State> ENDED = Set.of(State.STOPPED, State.LAPSED, State.DELIVERED, State.WITHHELD);

    /** A question as the chain tells it. */
    private static final class Asked {
        private final JsonNode doc;
        private final String request;
        private State state = State.AT_GATE;
        private AnswerWindow window;
        private JsonNode answer;

        private Asked(JsonNode doc, String request) {
            this.doc = doc;
            this.request = request;
        }
    }

    private final GateSigners signers;
    private final List<Asked> questions = new ArrayList<>();

    InformationSteps(Dossier dossier) {
        this.signers = new GateSigners(dossier);
    }

    /** Takes the next entry of the chain. */
    void take(Entry entry) {
        switch (entry.type()) {
            case "evaluation/information-asked" -> asked(entry);
            case "evaluation/information-gate" -> gated(entry);
            case "evaluation/information-answered" -> answered(entry);
            case "evaluation/information-passage" -> passed(entry);
            case "evaluation/information-lapsed" -> lapsed(entry);
            case "evaluation/report" ->
                Broken.unless(
                        questions.stream().allMatch(it -> ENDED.contains(it.state)),
                        entry.object(),
                        "a question to the procuring entity was left open");
            default -> {
                // nothing about information
            }
        }
    }

    private void asked(Entry entry) {
        var object = entry.object();
        var doc = typed(entry, "information-question", "not a question to the procuring entity");
        signers.member(entry);
        Shape.equal(doc, "number", questions.size() + 1L, object, "not the next number of a question");
        Broken.unless(Shape.number(doc, "minutes", object) > 0, object, "no time to answer");
        boolean written = !Shape.text(doc, "place", object).isBlank()
                && !Shape.text(doc, "question", object).isBlank();
        Broken.unless(written, object, "a question without words");
        unnamed(doc, "place", object);
        unnamed(doc, "question", object);
        questions.add(new Asked(doc, Hash.hex(Canon.bytes(doc, object))));
    }

    private void gated(Entry entry) {
        var question = signedFor(entry, "information-gate", State.AT_GATE, "not a decision at the gate");
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
        var question = signedFor(entry, "information-answer", State.RELEASED, "not an answer");
        Broken.unless(signers.answersForHost(entry), entry.object(), "not answered by the procuring entity");
        Broken.unless(
                !Shape.text(entry.doc(), "text", entry.object()).isBlank(), entry.object(), "an answer without words");
        question.window.answered(entry);
        question.answer = entry.doc();
        question.state = State.ANSWERED;
    }

    /** The gate over the answer: what is withheld has no moment at which the panel saw it. */
    private void passed(Entry entry) {
        var object = entry.object();
        var question = signedFor(entry, "information-passage", State.ANSWERED, "not a decision on an answer");
        signers.supervises(entry);
        Shape.equal(
                entry.doc(),
                "answer",
                Hash.hex(Canon.bytes(question.answer, object)),
                object,
                "a decision on another answer");
        var delivered = entry.doc().path("delivered");
        boolean withheld = delivered.isBoolean() && !delivered.booleanValue();
        Broken.unless(!withheld || entry.body().path("deliveredAt").isNull(), object, "shown although it was withheld");
        if (AnswerWindow.opens(entry, "delivered", "deliveredAt")) {
            var at = Shape.moment(entry.body(), "deliveredAt", object);
            Broken.unless(!at.isAfter(entry.at().plus(CLOCKS)), object, "delivered before its time was there");
            unnamed(question.answer, "text", object);
            question.state = State.DELIVERED;
        } else {
            question.state = State.WITHHELD;
        }
    }

    private void lapsed(Entry entry) {
        var question = of(entry.body(), entry, State.RELEASED);
        question.window.lapsed(entry);
        question.state = State.LAPSED;
    }

    private Asked signedFor(Entry entry, String type, State state, String otherwise) {
        var doc = typed(entry, type, otherwise);
        var question = of(doc, entry, state);
        Shape.equal(doc, "request", question.request, entry.object(), "signed for another question");
        return question;
    }

    private static JsonNode typed(Entry entry, String type, String otherwise) {
        Shape.equal(entry.doc(), "type", type, entry.object(), otherwise);
        return entry.doc();
    }

    private Asked of(JsonNode named, Entry entry, State state) {
        signers.session(named, entry);
        long number = Shape.number(named, "number", entry.object());
        Broken.unless(number >= 1 && number <= questions.size(), entry.object(), "a question that nobody asked");
        var question = questions.get((int) number - 1);
        Broken.unless(question.state == state, entry.object(), "a step out of its turn", question.state);
        return question;
    }

    /** Words that pass the gate name no bidder, whatever blanks stand between the letters. */
    private void unnamed(JsonNode doc, String field, String object) {
        var words = bare(doc.path(field).asText());
        boolean named = Stream.of("name", "uscc", "bidId")
                .flatMap(it -> signers.bidders(it).stream())
                .map(InformationSteps::bare)
                .anyMatch(it -> !it.isEmpty() && words.contains(it));
        Broken.unless(!named, object + "#" + field, "a bidder is named");
    }

    private static String bare(String text) {
        return text.replaceAll(BLANKS, "");
    }
}
