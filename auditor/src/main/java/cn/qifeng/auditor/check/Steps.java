package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Merkle;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which object is wrong when the steps of {@code consistency.json} are not those between the heads: the one that
 * alone does not fit the other and the leaves of entries and receipts.
 */
final class Steps {

    private final Dossier dossier;
    private final JsonNode proofs;
    private final List<Long> heads;
    private final Set<Long> needed = new HashSet<>();
    private final Set<Long> leaves = new HashSet<>();

    private Steps(Dossier dossier, JsonNode proofs) {
        this.dossier = dossier;
        this.proofs = proofs;
        this.heads = dossier.heads().stream().map(Dossier.Head::size).toList();
        needed.add(newest());
        for (var name : dossier.file().names()) {
            if (name.startsWith("chain/") || name.endsWith("receipt.json")) {
                var leaf = dossier.file().json(name).path("leaf");
                needed.add(number(leaf, "size"));
                leaves.add(number(leaf, "index"));
            }
        }
    }

    /** {@code heads.json} or {@code consistency.json}. */
    static String culprit(Dossier dossier, JsonNode proofs) {
        return new Steps(dossier, proofs).headsWrong() ? "heads.json" : "consistency.json";
    }

    private boolean headsWrong() {
        if (!heads.containsAll(needed)) {
            return true;
        }
        var way = way();
        if (!ascending(way) || way.get(way.size() - 1) != newest() || !stepsHold()) {
            return false;
        }
        if (!ascending(heads) || way.containsAll(heads)) {
            return true;
        }
        return !heads.containsAll(way) && withoutLeaf(heads) > withoutLeaf(way);
    }

    private long newest() {
        return number(dossier.manifest(), "size");
    }

    /** The number, or −1 for whatever is none. */
    private static long number(JsonNode node, String name) {
        return node.path(name).isIntegralNumber() ? node.path(name).longValue() : -1;
    }

    /** Sizes on the way that the steps go; empty when it is broken somewhere. */
    private List<Long> way() {
        var sizes = new ArrayList<Long>();
        for (var step : proofs) {
            long from = number(step, "from");
            if (sizes.isEmpty()) {
                sizes.add(from);
            } else if (sizes.get(sizes.size() - 1) != from) {
                return List.of();
            }
            sizes.add(number(step, "to"));
        }
        return sizes;
    }

    private static boolean ascending(List<Long> sizes) {
        for (int i = 1; i < sizes.size(); i++) {
            if (sizes.get(i - 1) >= sizes.get(i)) {
                return false;
            }
        }
        return !sizes.isEmpty();
    }

    /** Whether each step between two heads that are here proves what it says. */
    private boolean stepsHold() {
        Map<Long, byte[]> roots = new HashMap<>();
        dossier.heads().forEach(head -> roots.put(head.size(), head.root()));
        for (int i = 0; i < proofs.size(); i++) {
            long from = number(proofs.get(i), "from");
            long to = number(proofs.get(i), "to");
            if (roots.containsKey(from) && roots.containsKey(to)) {
                var proof = Shape.hashes(proofs.get(i), "proof", "consistency.json#" + i);
                if (!Merkle.consistent(from, to, proof, roots.get(from), roots.get(to))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many sizes are not the first over any leaf of this package: heads of another tender are not. */
    private long withoutLeaf(List<Long> sizes) {
        long count = 0;
        for (int i = 0; i < sizes.size(); i++) {
            long former = i == 0 ? 0 : sizes.get(i - 1);
            long size = sizes.get(i);
            count += leaves.stream().noneMatch(leaf -> leaf >= former && leaf < size) ? 1 : 0;
        }
        return count;
    }
}
