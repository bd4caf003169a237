package cn.qifeng.trust.recording;

import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where the chain of a recording stands (录制链节点, docs/recording.md): the number of its last item and that item's hash.
 *
 * @param seq number of the last item, 0 before the first
 * @param hash SM3 of the last item, lower-case hexadecimal
 */
public record ChainLink(long seq, String hash) {

    private static final byte[] LABEL = "QR1 item".getBytes(StandardCharsets.US_ASCII);

    /** Before the first item. */
    public static final ChainLink START = new ChainLink(0, "0".repeat(2 * Sm3.LENGTH));

    public ChainLink {
        Objects.requireNonNull(hash, "hash");
    }

    /** Numbers an item and ties it to the one before it; the item is changed. */
    public ChainLink append(ObjectNode item) {
        item.put("seq", seq + 1).put("previous", hash);
        return new ChainLink(seq + 1, hashOf(item));
    }

    /** Whether an item is the next one. */
    public boolean isFollowedBy(ObjectNode item) {
        return item.path("seq").isIntegralNumber()
                && item.path("seq").asLong() == seq + 1
                && hash.equals(item.path("previous").textValue());
    }

    /** The link behind an item that {@linkplain #isFollowedBy follows}. */
    public ChainLink behind(ObjectNode item) {
        return new ChainLink(seq + 1, hashOf(item));
    }

    /** SM3("QR1 item" ‖ canonical item). */
    public static String hashOf(ObjectNode item) {
        return Sm3.hex(LABEL, CanonicalJson.encode(item));
    }
}
