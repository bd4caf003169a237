package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evaluation time: ends set by the tenderer's side, requests of members for more, and no report while more than a third of
 * the panel wait for an extension (实施条例 §48).
 */
public final class EvaluationTimeCheck implements Check {

    private static final String ASKED = "evaluation/more-time-asked";
    private static final String SET = "evaluation/time-set";
    private static final long CLOCKS_SECONDS = 5;

    @Override
    public String name() {
        return "evaluation-time";
    }

    @Override
    public int run(Dossier dossier) {
        PublishedTime.session(dossier);
        return Attempts.each(dossier, EvaluationTimeCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var asked = dossier.entries(ASKED);
        var ends = dossier.entries(SET);
        Stream.concat(asked.stream(), ends.stream()).forEach(entry -> place(dossier, entry));
        for (int i = 0; i < ends.size(); i++) {
            end(dossier, ends, i);
        }
        if (!asked.stream().allMatch(Entry::open)) {
            dossier.attested().add("requests for more time: the members' statements are withheld");
            return asked.size() + ends.size();
        }
        for (int i = 0; i < asked.size(); i++) {
            request(dossier, asked.get(i), i + 1);
        }
        ends.forEach(entry -> answers(dossier, entry));
        Stream.of("evaluation/scored", "evaluation/report")
                .flatMap(type -> dossier.entries(type).stream())
                .forEach(entry -> nothingOwed(dossier, entry));
        return asked.size() + ends.size();
    }

    private static void place(Dossier dossier, Entry entry) {
        var opened = dossier.first("evaluation/opened").filter(it -> it.n() < entry.n());
        int begin = Reviews.begin(dossier, entry.n());
        boolean behind = Stream.of("evaluation/scored", "evaluation/report")
                .flatMap(type -> dossier.entries(type).stream())
                .anyMatch(it -> it.n() < entry.n() && it.n() > begin);
        Broken.unless(opened.isPresent() && !behind, entry.object(), "about the time of no evaluation at work");
        if (entry.open()) {
            var session = opened.orElseThrow().body().path("session");
            Shape.equal(entry.doc(), "session", session, entry.object(), "the time of another session");
        }
    }

    private static void end(Dossier dossier, List<Entry> ends, int i) {
        var entry = ends.get(i);
        var doc = entry.doc();
        Shape.equal(doc, "type", "evaluation-time", entry.object(), "not an evaluation time");
        Shape.equal(doc, "number", i + 1L, entry.object(), "not the next number of an end");
        var until = Shape.moment(doc, "until", entry.object());
        boolean later = i == 0 || until.isAfter(Shape.moment(ends.get(i - 1).doc(), "until", entry.object()));
        Broken.unless(
                later && until.plusSeconds(CLOCKS_SECONDS).isAfter(entry.at()),
                entry.object() + "#until",
                "an end that gives no time");
        Broken.unless(
                i == 0 || !Shape.text(doc, "reason", entry.object()).isBlank(),
                entry.object() + "#reason",
                "more time without a reason");
        Broken.unless(
                DirectChoices.ofHost(dossier, entry.body().path("statement"), entry),
                entry.object(),
                "not set by the tenderer's side");
        PublishedTime.end(dossier, entry);
        int former = i == 0 ? 0 : ends.get(i - 1).n();
        long asked = dossier.entries(ASKED).stream()
                .filter(it -> it.n() > former && it.n() < entry.n())
                .count();
        var answered = hashes(entry);
        Broken.unless(
                answered.size() <= asked && new HashSet<>(answered).size() == answered.size(),
                entry.object() + "#requests",
                "not the requests that waited");
    }

    private static void request(Dossier dossier, Entry entry, int number) {
        var object = entry.object();
        Shape.equal(entry.doc(), "type", "more-time", object, "not a request for more time");
        Shape.equal(entry.doc(), "number", (long) number, object, "not the next number of a request");
        Broken.unless(
                !Shape.text(entry.doc(), "reason", object).isBlank(), object + "#reason", "more time without a reason");
        var member = member(dossier, entry);
        Broken.unless(
                PanelCheck.members(dossier, entry.n()).contains(member), object, "asked by no member of the panel");
        boolean twice = waiting(dossier, entry.n()).stream()
                .anyMatch(it -> member(dossier, it).equals(member));
        Broken.unless(!twice, object, "a member asks twice");
    }

    /** An end answers exactly what the members asked who then sit. */
    private static void answers(Dossier dossier, Entry entry) {
        var waited = seated(dossier, entry).stream()
                .map(it -> Dossier.sm3(it.doc(), it.object()))
                .toList();
        Broken.unless(hashes(entry).equals(waited), entry.object() + "#requests", "not the requests that waited");
    }

    private static void nothingOwed(Dossier dossier, Entry entry) {
        long size = dossier.publication().path("panel").path("size").asLong(-1);
        Broken.unless(
                3L * seated(dossier, entry).size() <= size,
                entry.object(),
                "more time was owed",
                seated(dossier, entry).size() + " of " + size);
    }

    /** Requests that no end before this entry answered, of members who sit at it. */
    private static List<Entry> seated(Dossier dossier, Entry at) {
        var members = PanelCheck.members(dossier, at.n());
        return waiting(dossier, at.n()).stream()
                .filter(it -> members.contains(member(dossier, it)))
                .toList();
    }

    /** Requests before this number that no end before it answered. */
    private static List<Entry> waiting(Dossier dossier, int n) {
        int former = dossier.entries(SET).stream()
                .mapToInt(Entry::n)
                .filter(it -> it < n)
                .max()
                .orElse(0);
        return dossier.entries(ASKED).stream()
                .filter(it -> it.n() > former && it.n() < n)
                .toList();
    }

    private static String member(Dossier dossier, Entry entry) {
        return Certificates.id(dossier.signer(entry.body().path("statement"), entry));
    }

    private static List<String> hashes(Entry entry) {
        var list = entry.doc().path("requests");
        Broken.unless(list.isArray(), entry.object() + "#requests", "not the requests that waited");
        var hashes = new ArrayList<String>();
        for (JsonNode hash : list) {
            hashes.add(hash.asText());
        }
        return hashes;
    }
}
