package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** What methods M-D and M-E draw out of the seed of the coefficient's draw (docs/evidence.md section 10). */
final class AbcDraw {

    private static final String CODE = "M-D";

    private AbcDraw() {}

    /** Δ is the one that the seed picks out of the published set; nothing in other methods. */
    static void delta(Dossier.Entry scored, Dossier.Entry result) {
        var method = scored.body().path("method");
        if (!method.path("code").asText().equals(CODE)) {
            return;
        }
        var pool = method.path("delta");
        Broken.unless(!pool.isEmpty(), scored.object() + "#method.delta", "no set to draw from");
        var drawn = DrawsCheck.pick(Hash.sm3(Hash.ascii("QD1 delta"), seed(result)), pool);
        Broken.unless(
                drawn.equals(scored.body().path("input").path("delta")),
                scored.object() + "#input.delta",
                "not the delta that was drawn",
                drawn);
    }

    /** The bid of the pool with the least number. */
    static String bid(Dossier dossier, JsonNode k, Collection<String> pool) {
        var result = DrawsCheck.coefficients(dossier).stream()
                .filter(it -> it.body().path("values").get(0).equals(k))
                .findFirst()
                .orElseThrow();
        return order(result, pool).get(0);
    }

    /** Bids by the numbers that the seed gives them, the least first; methods M-D and M-E. */
    static List<String> order(Dossier.Entry result, Collection<String> pool) {
        return pool.stream()
                .sorted(Comparator.comparing(bid -> number(seed(result), bid), Arrays::compareUnsigned))
                .toList();
    }

    private static byte[] number(byte[] seed, String bid) {
        return Hash.sm3(Hash.ascii("QD1 price order"), seed, HexFormat.of().parseHex(bid));
    }

    private static byte[] seed(Dossier.Entry result) {
        return Dossier.hex(result.body(), "seed", 32, result.object());
    }
}
