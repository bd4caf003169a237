package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Award and contract: ballots as committed, a majority for a finalist, and the price that was opened. */
public final class AwardCheck implements Check {

    @Override
    public String name() {
        return "award";
    }

    @Override
    public int run(Dossier dossier) {
        var decided = dossier.first("award/decided");
        if (decided.isEmpty()) {
            return 0;
        }
        var finalists = finalists(dossier);
        int ballots = ballots(dossier, decided.get(), finalists);
        var winner = decided.get().body().path("winner").asText();
        Broken.unless(finalists.contains(winner), decided.get().object(), "the winner is no finalist");
        long price = price(dossier, winner);
        for (String type : new String[] {"award/noticed", "contract/recorded"}) {
            for (Dossier.Entry entry : dossier.entries(type)) {
                Broken.unless(
                        entry.body().path("winner").asText().equals(winner),
                        entry.object(),
                        "not the winner that was decided");
                Broken.unless(
                        entry.body().path("amountFen").asLong(-1) == price,
                        entry.object(),
                        "not the price that was opened");
            }
        }
        return ballots;
    }

    private static Set<String> finalists(Dossier dossier) {
        var finalists = new HashSet<String>();
        dossier.first("award/finalists").ifPresent(entry -> {
            var scored = new HashSet<String>();
            dossier.first("evaluation/scored")
                    .ifPresent(scores -> scores.body()
                            .path("totals")
                            .forEach(t -> scored.add(t.path("bidId").asText())));
            entry.body().path("finalists").forEach(finalist -> {
                Broken.unless(scored.contains(finalist.asText()), entry.object(), "a finalist that was not scored");
                finalists.add(finalist.asText());
            });
        });
        return finalists;
    }

    private static int ballots(Dossier dossier, Dossier.Entry decided, Set<String> finalists) {
        var commits = new HashMap<String, Dossier.Entry>();
        for (Dossier.Entry commit : dossier.entries("award/committed")) {
            var member = Certificates.id(dossier.signer(commit.body().path("statement"), commit));
            var key = member + commit.doc().path("round").asInt();
            Broken.unless(commits.put(key, commit) == null, commit.object(), "two ballots of one member in one round");
        }
        var votes = new HashMap<Integer, Map<String, Integer>>();
        for (Dossier.Entry reveal : dossier.entries("award/revealed")) {
            var doc = reveal.doc();
            var member = Certificates.id(dossier.signer(reveal.body().path("statement"), reveal));
            var commit = commits.remove(member + doc.path("round").asInt());
            Broken.unless(commit != null && commit.n() < reveal.n(), reveal.object(), "revealed without a commitment");
            Broken.unless(
                    commitment(dossier, doc, member, reveal.object())
                            .equals(commit.doc().path("commit").asText()),
                    reveal.object(),
                    "not the ballot committed to");
            Broken.unless(finalists.contains(doc.path("choice").asText()), reveal.object(), "a vote for no finalist");
            votes.computeIfAbsent(doc.path("round").asInt(), round -> new HashMap<>())
                    .merge(doc.path("choice").asText(), 1, Integer::sum);
        }
        majority(decided, votes);
        return votes.values().stream()
                .mapToInt(round ->
                        round.values().stream().mapToInt(Integer::intValue).sum())
                .sum();
    }

    private static String commitment(Dossier dossier, JsonNode doc, String member, String object) {
        var ballot = JsonNodeFactory.instance.objectNode();
        ballot.set("choice", doc.path("choice"));
        ballot.set("reason", doc.path("reason"));
        return Hash.hex(
                Hash.ascii("QC1 ballot"),
                BidsCheck.uuid(dossier.manifest().path("lot").asText()),
                HexFormat.of().parseHex(member),
                Hash.u32(doc.path("round").asInt()),
                Dossier.hex(doc, "nonce", 32, object),
                HexFormat.of().parseHex(Dossier.sm3(ballot, object)));
    }

    private static void majority(Dossier.Entry decided, Map<Integer, Map<String, Integer>> votes) {
        int last = votes.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        var decisive = votes.getOrDefault(last, Map.of());
        int cast = decisive.values().stream().mapToInt(Integer::intValue).sum();
        int most = decisive.getOrDefault(decided.body().path("winner").asText(), 0);
        Broken.unless(most * 2 > cast, decided.object(), "the winner has no majority of the last round");
        for (JsonNode round : decided.body().path("rounds")) {
            var counted = votes.getOrDefault(round.path("n").asInt(), Map.of());
            for (JsonNode line : round.path("votes")) {
                Broken.unless(
                        counted.getOrDefault(line.path("bidId").asText(), 0)
                                == line.path("count").asInt(),
                        decided.object() + "#rounds",
                        "not the votes that were cast");
            }
        }
    }

    private static long price(Dossier dossier, String winner) {
        for (Dossier.Entry opened : dossier.entries("lot/opened")) {
            for (JsonNode result : opened.body().path("results")) {
                if (result.path("bidId").asText().equals(winner)) {
                    return result.path("bid").path("priceFen").asLong(-1);
                }
            }
        }
        throw new Broken("lot/opened", "the winner's bid was not opened");
    }
}
