package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.StoredLog.Content;
import cn.qifeng.trading.log.domain.StoredLog.Row;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.log.EntryHead;
import cn.qifeng.trust.log.MerkleTree;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hashes contents again, from body to leaf, in the order of their places. The digest over all of them tells the next check
 * whether one was taken away since, which the tree alone cannot: a leaf without content looks like padding.
 */
final class HashContents {

    private final Differences differences;
    private final long formerSize;
    private byte[] digest = new byte[Sm3.LENGTH];
    private String digestOfFormer;
    private long last = -1;

    /** {@code formerSize} is the size that an earlier check looked at, or 0. */
    HashContents(Differences differences, long formerSize) {
        this.differences = differences;
        this.formerSize = formerSize;
    }

    /** Hashes one content; {@code leaf} is the leaf hash stored at its place, or {@code null}. */
    void take(Content content, byte[] leaf) {
        passFormer(content.index());
        String place = "leaf " + content.index();
        if (content.index() == last) {
            differences.add(Kind.LEAF, place, "a second content", "one content");
        }
        last = content.index();
        digest = Sm3.of(
                digest, ByteBuffer.allocate(Long.BYTES).putLong(content.index()).array(), bytes(content.hash()));
        if (leaf != null) {
            var entry = MerkleTree.entry(bytes(content.nonce()), bytes(content.hash()));
            differences.unlessSame(Kind.LEAF, place, Hex.encode(leaf), Hex.encode(MerkleTree.leafHash(entry)));
        }
        if (content.entry().isPresent() == content.sealed()) {
            differences.add(Kind.MISSING, place, content.sealed() ? "an entry and sealed bytes" : "neither", "one");
        }
        content.entry().ifPresent(row -> compare(place, row, content.hash()));
    }

    /** Digest over all contents, hex. */
    String digest() {
        passFormer(Long.MAX_VALUE);
        return Hex.encode(digest);
    }

    /** Digest over the contents below the former size, hex; after {@link #digest}. */
    Optional<String> digestOfFormer() {
        return Optional.ofNullable(digestOfFormer);
    }

    private void passFormer(long index) {
        if (digestOfFormer == null && index >= formerSize) {
            digestOfFormer = Hex.encode(digest);
        }
    }

    private void compare(String place, Row row, String hash) {
        try {
            var head = EntryHead.from(json(row.head()));
            var entry = new Entry(head, Hex.decode(row.salt()), json(row.body()));
            differences.unlessSame(Kind.CONTENT, place, entry.contentHashHex(), hash);
            var at = head.place();
            differences.unlessSame(
                    Kind.COLUMNS,
                    place,
                    List.of(row.type(), Objects.toString(row.tender()), Objects.toString(row.n())),
                    List.of(
                            head.type(),
                            at == null ? "null" : at.tender().toString(),
                            at == null ? "null" : Long.toString(at.n())));
        } catch (Refused | IllegalArgumentException unreadable) {
            differences.add(Kind.CONTENT, place, unreadable.getMessage(), "an entry with this hash: " + hash);
        }
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a hash; anything else stands for itself, so that it differs. */
    private static byte[] bytes(String hex) {
        try {
            return Hex.decode(hex);
        } catch (Refused notHex) {
            return Bytes.ascii("not hexadecimal");
        }
    }
}
