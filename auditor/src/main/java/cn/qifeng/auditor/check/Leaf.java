package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Merkle;
import com.fasterxml.jackson.databind.JsonNode;

/** The place of one content in the log. */
record Leaf(long index, long size) {

    /** Reads {@code leaf} of an object and proves that the content is in the log at that place. */
    static Leaf proved(Dossier dossier, JsonNode leaf, byte[] contentHash, String object) {
        var at = object + "#leaf";
        Broken.unless(leaf.isObject(), at, "missing");
        long index = leaf.path("index").asLong(-1);
        long size = leaf.path("size").asLong(-1);
        var entry = Hash.sm3(Dossier.hex(leaf, "nonce", 32, at), contentHash);
        Broken.unless(
                Merkle.included(
                        entry,
                        index,
                        size,
                        HeadsCheck.hashes(leaf.path("proof"), at),
                        dossier.head(size, at).root()),
                at,
                "not in the log under the head of size " + size);
        return new Leaf(index, size);
    }
}
