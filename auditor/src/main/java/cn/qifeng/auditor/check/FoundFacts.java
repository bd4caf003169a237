package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was found of the bids for the adjustments of method M-E: of each bid and adjustment the last carried word. */
final class FoundFacts {

    private final Map<String, JsonNode> lines = new HashMap<>();

    /** Findings before an entry. */
    static FoundFacts before(Dossier dossier, int n) {
        var facts = new FoundFacts();
        for (Dossier.Entry entry : dossier.entries("evaluation/found")) {
            if (entry.n() < n && entry.body().path("carried").asBoolean()) {
                var code = entry.body().path("code").asText();
                entry.body()
                        .path("lines")
                        .forEach(
                                line -> facts.lines.put(place(line.path("bidId").asText(), code), line));
            }
        }
        return facts;
    }

    /** How many deviations of this kind the bid has. */
    BigDecimal count(String bid, String code, String object) {
        return BigDecimal.valueOf(line(bid, code, object).path("count").asLong());
    }

    /** What a bid quotes for an item, in fen; empty where it leaves the item out. */
    Optional<BigDecimal> quote(String bid, String code, String object) {
        var quote = line(bid, code, object).path("quoteFen");
        return quote.isNull() ? Optional.empty() : Optional.of(BigDecimal.valueOf(quote.asLong()));
    }

    /** The highest quote of these bids for an item, in fen; nought where none quotes it. */
    BigDecimal highest(Collection<String> bids, String code, String object) {
        return bids.stream().flatMap(bid -> quote(bid, code, object).stream()).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private JsonNode line(String bid, String code, String object) {
        var line = lines.get(place(bid, code));
        Broken.unless(line != null, object + "#reviewed." + bid, "nothing found of a bid", code);
        return line;
    }

    private static String place(String bid, String code) {
        return bid + "/" + code;
    }
}
