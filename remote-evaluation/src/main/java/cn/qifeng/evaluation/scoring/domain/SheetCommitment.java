package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What binds a member to a sheet that nobody can read yet (评分承诺, docs/evidence.md section 9). */
public record SheetCommitment(UUID session, String member, int version) {

    /** The commitment to a sheet, hex. */
    public String to(JsonNode sheet, byte[] nonce) {
        return Sm3.hex(
                Bytes.ascii("QC1 sheet"),
                Bytes.uuid(session),
                Hex.decode(member),
                Bytes.u32(version),
                nonce,
                Sm3.of(CanonicalJson.encode(sheet)));
    }

    /** Context of the sealed note that carries nonce and sheet, hex. */
    public String noteContext() {
        return Sm3.hex(Bytes.ascii("QC1 sheet note"), Bytes.uuid(session), Hex.decode(member), Bytes.u32(version));
    }
}
