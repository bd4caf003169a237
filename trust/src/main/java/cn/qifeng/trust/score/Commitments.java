package cn.qifeng.trust.score;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Commitments to score sheets (评分表) and ballots (定标票), end of docs/evidence.md section 9. */
public final class Commitments {

    /** Bytes of a nonce. */
    public static final int NONCE = 32;

    private Commitments() {}

    /** Commitment of a member to version {@code version} of its sheet. */
    public static byte[] sheet(UUID session, byte[] member, int version, byte[] nonce, ObjectNode sheet) {
        return commit("QC1 sheet", session, member, version, nonce, sheet);
    }

    /** Commitment of a member to its ballot of a round: the bid chosen and why. */
    public static byte[] ballot(UUID lot, byte[] member, int round, byte[] nonce, String choice, String reason) {
        var ballot = CanonicalJson.object().put("choice", choice).put("reason", reason);
        return commit("QC1 ballot", lot, member, round, nonce, ballot);
    }

    /** Context of the sealed note that holds a sheet or ballot until it is revealed: SM3("QC1 note" ‖ commitment). */
    public static byte[] noteContext(byte[] commitment) {
        return Sm3.of(Bytes.ascii("QC1 note"), commitment);
    }

    private static byte[] commit(
            String label, UUID owner, byte[] member, int number, byte[] nonce, ObjectNode content) {
        return Sm3.of(
                Bytes.ascii(label),
                Bytes.uuid(owner),
                member,
                Bytes.u32(number),
                nonce,
                Sm3.of(CanonicalJson.encode(content)));
    }
}
