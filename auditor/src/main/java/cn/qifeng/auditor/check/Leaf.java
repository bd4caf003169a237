package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Merkle;
import com.fasterxml.jackson.databind.JsonNode;

/** The place of one content in the log. */
record Leaf(long index, long size) {

    /** Reads {@code leaf} of an object and proves that the content is in the log at that place. */
    static Leaf proved(Dossier dossier, JsonNode leaf, byte[] contentHash, String object) {
        var at = object + "#leaf";
        Shape.exactly(leaf, at, "index", "nonce", "size", "proof");
        long index = Shape.number(leaf, "index", at);
        long size = Shape.number(leaf, "size", at);
        var entry = Hash.sm3(Shape.hex(leaf, "nonce", 32, at), contentHash);
        Broken.unless(
                Merkle.included(
                        entry,
                        index,
                        size,
                        Shape.hashes(leaf, "proof", at),
                        dossier.head(size, at).root()),
                at,
                "not in the log",
                size);
        return new Leaf(index, size);
    }
}
