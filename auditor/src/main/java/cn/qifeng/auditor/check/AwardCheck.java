package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Award: finalists in public, a committee that was named, ballots as committed, and a majority of the committee. */
public final class AwardCheck implements Check {

    private static final Set<String> VOTES = Set.of("award/committed", "award/revealed", "award/decided");
    private static final Set<String> OF_COMMITTEES =
            Set.of("award/committee", "award/committed", "award/revealed", "award/decided");

    @Override
    public String name() {
        return "award";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, AwardCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        int open = 0;
        for (Dossier award : Reviews.awards(dossier)) {
            open = award(award);
        }
        return open;
    }

    private static int award(Dossier dossier) {
        mode(dossier);
        var finalists = finalists(dossier);
        if (RankedAward.published(dossier)) {
            return RankedAward.check(dossier, finalists);
        }
        var committee = committee(dossier);
        var rounds = ballots(dossier, committee);
        int members = dossier.publication().path("award").path("committeeSize").asInt();
        var decided = dossier.entries("award/decided");
        if (!decided.isEmpty()) {
            Broken.unless(decided.size() == 1, decided.get(decided.size() - 1).object(), "decided twice");
            decision(dossier, decided.get(0), finalists, members, rounds);
        }
        return rounds.values().stream().mapToInt(round -> round.choices.size()).sum();
    }

    private static List<String> finalists(Dossier dossier) {
        var finalists = new ArrayList<String>();
        var entry = dossier.first("award/finalists");
        if (entry.isEmpty()) {
            return finalists;
        }
        var object = entry.get().object();
        var valid = PanelCheck.validPrices(dossier).keySet();
        var scored = Reviews.scoredBefore(dossier, entry.get().n());
        Broken.unless(scored.isPresent(), object, "finalists before the scores");
        entry.get().body().path("finalists").forEach(finalist -> finalists.add(finalist.asText()));
        Broken.unless(
                valid.containsAll(finalists)
                        && new TreeSet<>(finalists).size() == finalists.size()
                        && !finalists.isEmpty()
                        && finalists.size()
                                <= dossier.publication()
                                        .path("award")
                                        .path("finalistsMax")
                                        .asInt(),
                object + "#finalists",
                "not valid bids, or too many");
        if (RankedAward.published(dossier)) {
            RankedAward.candidates(dossier, entry.get(), scored.get(), finalists);
        } else {
            unranked(entry.get(), scored.get(), finalists);
        }
        publicity(dossier, entry.get());
        return finalists;
    }

    /** Finalists without rank stand in the order of the bids; in method M-E they are the lowest reviewed prices. */
    private static void unranked(Dossier.Entry entry, Dossier.Entry scored, List<String> finalists) {
        var order = new ArrayList<String>();
        scored.body()
                .path("technical")
                .forEach(line -> order.add(line.path("bidId").asText()));
        var sorted = order.stream().filter(finalists::contains).toList();
        Broken.unless(sorted.equals(finalists), entry.object() + "#finalists", "not in the order of the bids");
        for (JsonNode line : scored.body().path("reviewed")) {
            Broken.unless(
                    finalists.contains(line.path("bidId").asText())
                            == line.path("rank").asInt() <= finalists.size(),
                    entry.object() + "#finalists",
                    "not the lowest reviewed prices");
        }
    }

    /** A publicity runs for at least the days that were published, and begins with its entry. */
    private static Instant publicity(Dossier dossier, Dossier.Entry entry) {
        var publicity = entry.body().path("publicity");
        var from = Shape.moment(publicity, "from", entry.object());
        var to = Shape.moment(publicity, "to", entry.object());
        var days = Duration.ofDays(
                dossier.publication().path("award").path("publicityDays").asLong());
        Broken.unless(
                Duration.between(from, to).compareTo(days) >= 0,
                entry.object() + "#publicity",
                "shorter than the days that were published");
        Broken.unless(!from.isAfter(entry.at()), entry.object() + "#publicity", "begins after its entry");
        return to;
    }

    /** Two award modes are known: a vote by a committee, which is named before anybody votes, and ranked candidates. */
    private static void mode(Dossier dossier) {
        for (Dossier.Entry entry : dossier.entries()) {
            if (!entry.type().startsWith("award/")) {
                continue;
            }
            boolean ranked = RankedAward.published(dossier);
            if (!ranked) {
                Shape.equal(
                        dossier.publication().path("award"),
                        "mode",
                        "SEPARATED",
                        dossier.entries().get(0).object(),
                        "an award mode that nobody knows");
            }
            Broken.unless(
                    ranked ? !OF_COMMITTEES.contains(entry.type()) : !RankedAward.owns(entry),
                    entry.object(),
                    "an act of the other award mode");
            Broken.unless(
                    !VOTES.contains(entry.type())
                            || dossier.entries("award/committee").stream().anyMatch(named -> named.n() < entry.n()),
                    entry.object(),
                    "voted before a committee was named");
        }
    }

    /** Certificates of the committee; nobody of the panel sits on it. */
    private static Set<String> committee(Dossier dossier) {
        var committee = new TreeSet<String>();
        var entries = dossier.entries("award/committee");
        for (Dossier.Entry entry : entries) {
            Broken.unless(entries.size() == 1, entry.object(), "two committees");
            entry.body()
                    .path("members")
                    .forEach(member -> committee.add(member.path("member").asText()));
            int size = dossier.publication().path("award").path("committeeSize").asInt();
            Broken.unless(
                    committee.size() == size && entry.body().path("members").size() == size,
                    entry.object() + "#members",
                    "not a committee of the published size");
            var panel = PanelCheck.members(dossier, entry.n());
            Broken.unless(
                    committee.stream().noneMatch(panel::contains),
                    entry.object() + "#members",
                    "a member who evaluated");
            var finalists = dossier.first("award/finalists")
                    .orElseThrow(() -> new Broken(entry.object(), "a committee without finalists"));
            Broken.unless(
                    !entry.at().isBefore(Shape.moment(finalists.body().path("publicity"), "to", finalists.object())),
                    entry.object(),
                    "named before the publicity of the finalists was over");
        }
        return committee;
    }

    /** One round: who committed where, and the choices that were opened. */
    private static final class Round {

        private final Map<String, Dossier.Entry> commits = new HashMap<>();
        private final Map<String, String> choices = new HashMap<>();
    }

    private static Map<Integer, Round> ballots(Dossier dossier, Set<String> committee) {
        var rounds = new TreeMap<Integer, Round>();
        for (Dossier.Entry commit : dossier.entries("award/committed")) {
            var member = Certificates.id(dossier.signer(commit.body().path("statement"), commit));
            Shape.equal(commit.doc(), "type", "ballot-commit", commit.object(), "not a ballot");
            Broken.unless(committee.contains(member), commit.object(), "a ballot by no member of the committee");
            var round = rounds.computeIfAbsent(commit.doc().path("round").asInt(), n -> new Round());
            Broken.unless(
                    round.commits.put(member, commit) == null,
                    commit.object(),
                    "two ballots of one member in one round");
            SheetCheck.note(commit);
        }
        for (Dossier.Entry reveal : dossier.entries("award/revealed")) {
            var doc = reveal.doc();
            Shape.equal(doc, "type", "ballot-reveal", reveal.object(), "not a ballot");
            var member = Certificates.id(dossier.signer(reveal.body().path("statement"), reveal));
            var round = rounds.get(doc.path("round").asInt());
            Broken.unless(
                    round != null && round.commits.containsKey(member),
                    reveal.object(),
                    "revealed without a commitment");
            for (Dossier.Entry commit : round.commits.values()) {
                Broken.unless(commit.n() < reveal.n(), reveal.object(), "revealed before every ballot was in");
            }
            Shape.equal(
                    round.commits.get(member).doc(),
                    "commit",
                    commitment(dossier, doc, member, reveal.object()),
                    reveal.object(),
                    "not the ballot committed to");
            Broken.unless(
                    round.choices.put(member, doc.path("choice").asText()) == null, reveal.object(), "revealed twice");
        }
        return rounds;
    }

    private static String commitment(Dossier dossier, JsonNode doc, String member, String object) {
        var ballot = JsonNodeFactory.instance.objectNode();
        ballot.set("choice", doc.path("choice"));
        ballot.set("reason", doc.path("reason"));
        return Hash.hex(
                Hash.ascii("QC1 ballot"),
                BidsCheck.uuid(dossier.lot()),
                HexFormat.of().parseHex(member),
                Hash.u32(doc.path("round").asInt()),
                Shape.hex(doc, "nonce", 32, object),
                HexFormat.of().parseHex(Dossier.sm3(ballot, object)));
    }

    private static void decision(
            Dossier dossier, Dossier.Entry decided, List<String> finalists, int members, Map<Integer, Round> rounds) {
        var object = decided.object();
        var listed = decided.body().path("rounds");
        Broken.unless(
                listed.size() == rounds.size()
                        && listed.size()
                                <= dossier.publication()
                                        .path("award")
                                        .path("roundsMax")
                                        .asInt(),
                object + "#rounds",
                "not the rounds that were held");
        String elected = null;
        var choices = finalists;
        for (JsonNode line : listed) {
            int n = line.path("n").asInt();
            Broken.unless(elected == null && rounds.containsKey(n), object + "#rounds", "a round behind a majority");
            var tally = votes(rounds.get(n), line, choices, members, object);
            elected = elected(tally, members);
            choices = runOff(tally, choices);
        }
        var winner = decided.body().path("winner");
        Broken.unless(
                elected == null ? winner.isNull() : winner.asText().equals(elected),
                object + "#winner",
                "not whom a majority of the committee chose");
        if (elected != null) {
            publicity(dossier, decided);
        }
    }

    /** The votes of one round, as its ballots say and the decision tells. */
    private static Map<String, Integer> votes(
            Round round, JsonNode line, List<String> choices, int members, String object) {
        Broken.unless(
                round.commits.size() <= members && round.commits.size() * 3 >= members * 2,
                object + "#rounds",
                "a round without a quorum");
        var tally = tally(round, choices, object);
        Broken.unless(named(line).equals(tally), object + "#rounds", "not the votes that were cast");
        return tally;
    }

    /** Whom more than half of the committee chose, or {@code null}. */
    private static String elected(Map<String, Integer> tally, int members) {
        return tally.entrySet().stream()
                .filter(vote -> vote.getValue() * 2 > members)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Integer> named(JsonNode line) {
        var named = new HashMap<String, Integer>();
        line.path("votes")
                .forEach(vote -> named.put(
                        vote.path("bidId").asText(), vote.path("count").asInt(-1)));
        return named;
    }

    private static Map<String, Integer> tally(Round round, List<String> choices, String object) {
        var tally = new HashMap<String, Integer>();
        choices.forEach(choice -> tally.put(choice, 0));
        for (String choice : round.choices.values()) {
            Broken.unless(tally.containsKey(choice), object + "#rounds", "a vote for nobody who could be chosen");
            tally.merge(choice, 1, Integer::sum);
        }
        return tally;
    }

    /** Who goes on: the two with the most votes, and whoever has as many as the second. */
    private static List<String> runOff(Map<String, Integer> tally, List<String> choices) {
        var counts = tally.values().stream().sorted((a, b) -> b - a).toList();
        int cut = counts.isEmpty() ? 0 : counts.get(Math.min(2, counts.size()) - 1);
        return choices.stream().filter(choice -> tally.get(choice) >= cut).toList();
    }
}
