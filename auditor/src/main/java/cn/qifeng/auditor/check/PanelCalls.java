package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls of experts: in the order of the draws, one for each free seat, passed over only on a ground that can be
 * computed; answers in their time; the members are those who were called and came.
 */
final class PanelCalls {

    private static final Set<String> TYPES = Set.of(
            "evaluation/called",
            "evaluation/skipped",
            "evaluation/answered",
            "evaluation/left",
            "evaluation/names-seen",
            "evaluation/direct-choice",
            "evaluation/panel");

    private static final int SEED_BYTES = 32;

    private final Dossier dossier;
    private final DrawSteps steps;
    private final int size;
    private final List<String> gone = new ArrayList<>();
    private final Map<String, Dossier.Entry> skipped = new LinkedHashMap<>();
    private final Map<String, Dossier.Entry> calls = new HashMap<>();
    private final Map<String, Dossier.Entry> chosen = new HashMap<>();
    private final Map<String, Set<String>> sittingAt = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();

    private PanelCalls(Dossier dossier) {
        this.dossier = dossier;
        this.steps = new DrawSteps(dossier);
        this.size = dossier.publication().path("panel").path("size").asInt();
    }

    /** Walks through the chain; where the cut withholds the calls there is nothing to walk through. */
    static void check(Dossier dossier) {
        boolean shown = dossier.entries().stream()
                .filter(entry -> TYPES.contains(entry.type()) || entry.type().equals("evaluation/draw-step"))
                .allMatch(Dossier.Entry::open);
        if (shown) {
            var calls = new PanelCalls(dossier);
            calls.steps.check();
            dossier.entries().stream()
                    .filter(entry -> TYPES.contains(entry.type()))
                    .forEach(calls::take);
        }
    }

    private void take(Dossier.Entry entry) {
        var code = entry.body().path("code").asText();
        switch (entry.type()) {
            case "evaluation/called" -> called(entry, code);
            case "evaluation/skipped" -> {
                next(entry, code);
                skipped.put(code, entry);
                sittingAt.put(code, Set.copyOf(standing));
            }
            case "evaluation/answered" -> answered(entry, code);
            case "evaluation/left" -> {
                accepted.remove(code);
                Broken.unless(standing.remove(code), entry.object(), "a departure of nobody who was there");
            }
            case "evaluation/names-seen" -> seen(entry);
            case "evaluation/direct-choice" -> {
                if (DirectChoices.approved(dossier, entry, steps)) {
                    entry.body().path("codes").forEach(each -> chosen.put(each.asText(), entry));
                }
            }
            default -> panel(entry);
        }
    }

    private void called(Dossier.Entry entry, String code) {
        if (!chosen.containsKey(code)) {
            next(entry, code);
        }
        Broken.unless(calls.put(code, entry) == null, entry.object(), "a call twice");
        standing.add(code);
        Broken.unless(standing.size() <= size, entry.object(), "a call though no seat was free");
    }

    /** The first of those drawn who was neither called nor passed over. */
    private void next(Dossier.Entry entry, String code) {
        var order = steps.drawnBefore(entry.n());
        boolean due = gone.size() < order.size() && order.get(gone.size()).equals(code);
        Broken.unless(due, entry.object() + "#code", "not called in the order of the draw");
        gone.add(code);
    }

    private void answered(Dossier.Entry entry, String code) {
        Broken.unless(
                standing.contains(code) && !accepted.contains(code),
                entry.object(),
                "an answer of nobody who was asked");
        var body = entry.body();
        var at = Shape.moment(body, "at", entry.object());
        var until =
                Shape.moment(calls.get(code).body(), "answerBy", calls.get(code).object());
        boolean late = body.path("answer").asText().equals("UNANSWERED");
        Broken.unless(late == !at.isBefore(until), entry.object() + "#at", "an answer counted at the wrong time");
        if (body.path("answer").asText().equals("ACCEPTED")) {
            accepted.add(code);
        } else {
            Broken.unless(
                    late || body.path("answer").asText().equals("DECLINED"),
                    entry.object() + "#answer",
                    "an answer that nobody knows");
            standing.remove(code);
        }
    }

    private void seen(Dossier.Entry entry) {
        Broken.unless(!entry.body().path("reason").asText().isBlank(), entry.object(), "a look without a reason");
        for (JsonNode code : entry.body().path("codes")) {
            Broken.unless(standing.contains(code.asText()), entry.object(), "a look at nobody who was called");
        }
    }

    private void panel(Dossier.Entry entry) {
        var people = new People(entry);
        Broken.unless(
                people.members.equals(standing) && accepted.containsAll(people.members),
                entry.object() + "#members",
                "not the experts who were drawn");
        var passed = new HashSet<>(calls.keySet());
        passed.removeAll(standing);
        passed.addAll(skipped.keySet());
        Broken.unless(
                !people.strangers && people.passed.keySet().equals(passed),
                entry.object() + "#passed",
                "not those who were passed over");
        skipped.forEach((code, skip) -> ground(entry, people, code, skip));
        limits(entry, people);
        chosen.forEach((code, choice) -> Broken.unless(
                DirectChoices.named(choice, people::code).contains(code),
                choice.object() + "#codes",
                "not the experts who were chosen"));
    }

    private void ground(Dossier.Entry panel, People people, String code, Dossier.Entry skip) {
        var rules = steps.rulesBefore(skip.n());
        var why = skip.body().path("why").asText();
        var seat = people.passed.get(code);
        boolean holds = seat.path("why").asText().equals(why)
                && switch (why) {
                    case "SAME_EMPLOYER" ->
                        rules.path("employerMax").asInt() > 0
                                && sittingAt.get(code).stream()
                                                .filter(each -> people.employer(each)
                                                        .equals(seat.path("employer")
                                                                .asText()))
                                                .count()
                                        >= rules.path("employerMax").asInt();
                    case "TOO_FREQUENT" -> reached(seat, "served", rules.path("servedMax"));
                    case "SAME_BIDDER" -> reached(seat, "sameBidder", rules.path("bidderMax"));
                    case "SAME_HOST" -> reached(seat, "sameHost", rules.path("hostMax"));
                    default -> false;
                };
        Broken.unless(holds, panel.object() + "#passed", "passed over without a ground");
    }

    private static boolean reached(JsonNode seat, String times, JsonNode most) {
        return most.asInt() > 0 && seat.path(times).asInt() >= most.asInt();
    }

    /** What would have been a ground to pass over is none among those who sit. */
    private void limits(Dossier.Entry panel, People people) {
        int employers = steps.limit("employerMax");
        var counts = new HashMap<String, Integer>();
        for (String code : people.members) {
            var employer = people.employer(code);
            int count = counts.merge(employer, 1, Integer::sum);
            Broken.unless(
                    employers == 0 || employer.isEmpty() || count <= employers || chosen.containsKey(code),
                    panel.object() + "#members",
                    "more experts of one employer than may sit");
            if (!chosen.containsKey(code)) {
                limit(panel, people.seats.get(code), "served", "servedMax", "a member who served too often");
                limit(panel, people.seats.get(code), "sameBidder", "bidderMax", "a member who met a bidder too often");
                limit(panel, people.seats.get(code), "sameHost", "hostMax", "a member who met the host too often");
            }
        }
    }

    private void limit(Dossier.Entry panel, JsonNode seat, String times, String most, String otherwise) {
        int limit = steps.limit(most);
        int said = seat.path(times).asInt(-1);
        Broken.unless(limit == 0 || said >= 0 && said < limit, panel.object() + "#members", otherwise);
    }

    /** The experts of a panel entry by their codes. */
    private final class People {

        private final String session;
        private final byte[] seed;
        private final Map<String, JsonNode> seats = new HashMap<>();
        private final Map<String, JsonNode> passed = new HashMap<>();
        private final Set<String> members = new HashSet<>();
        private boolean strangers;

        People(Dossier.Entry entry) {
            session = entry.body().path("session").asText();
            seed = Dossier.hex(entry.body(), "seed", SEED_BYTES, entry.object());
            for (JsonNode seat : entry.body().path("members")) {
                if (seat.path("kind").asText().equals("EXPERT")) {
                    members.add(code(seat.path("expert").asText()));
                    seats.put(code(seat.path("expert").asText()), seat);
                }
            }
            for (JsonNode seat : entry.body().path("passed")) {
                var code = code(seat.path("expert").asText());
                if (calls.containsKey(code) || skipped.containsKey(code)) {
                    passed.put(code, seat);
                    seats.put(code, seat);
                } else if (!seat.path("expert").asText().matches("T\\d+")) {
                    strangers = true;
                }
            }
        }

        String code(String number) {
            return Hash.hex(
                    Hash.ascii("QE1 expert"), BidsCheck.uuid(session), seed, number.getBytes(StandardCharsets.UTF_8));
        }

        String employer(String code) {
            return seats.containsKey(code) ? seats.get(code).path("employer").asText() : "";
        }
    }
}
