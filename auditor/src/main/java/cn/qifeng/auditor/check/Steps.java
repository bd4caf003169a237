package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which object is wrong when the steps of {@code consistency.json} are not those between the heads. */
final class Steps {

    private Steps() {}

    /**
     * The heads are wrong when one is missing that the rest of the package needs, or when the steps alone are an
     * unbroken way over all that it needs; otherwise the steps are.
     */
    static String culprit(Dossier dossier, JsonNode proofs) {
        var needed = needed(dossier);
        var heads = dossier.heads().stream().map(Dossier.Head::size).collect(Collectors.toSet());
        boolean headsWrong = !heads.containsAll(needed) || way(proofs).containsAll(needed);
        return headsWrong ? "heads.json" : "consistency.json";
    }

    /** Sizes of the heads that entries, receipts and the manifest lean on. */
    private static Set<Long> needed(Dossier dossier) {
        var sizes = new HashSet<Long>();
        sizes.add(dossier.manifest().path("size").asLong());
        for (var name : dossier.file().names()) {
            if (name.startsWith("chain/") || name.endsWith("receipt.json")) {
                sizes.add(dossier.file().json(name).path("leaf").path("size").asLong());
            }
        }
        return sizes;
    }

    /** Sizes on the way that the steps go; empty when it is broken somewhere. */
    private static Set<Long> way(JsonNode proofs) {
        var sizes = new HashSet<Long>();
        JsonNode former = null;
        for (var step : proofs) {
            if (former != null && !step.path("from").equals(former.path("to"))) {
                return Set.of();
            }
            sizes.add(step.path("from").asLong());
            sizes.add(step.path("to").asLong());
            former = step;
        }
        return sizes;
    }
}
