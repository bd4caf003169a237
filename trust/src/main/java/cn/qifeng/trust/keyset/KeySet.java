package cn.qifeng.trust.keyset;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Key set (保管人密钥组) of a lot or a session: n members, of whom any k open together (docs/evidence.md section 4). */
public record KeySet(KeySetPurpose purpose, UUID owner, int threshold, List<KeySetMember> members) {

    /** The most members. */
    public static final int MEMBERS_MAX = 16;

    /** Copies the members; refuses numbers that are not x = 1, 2, … or a threshold beyond them. */
    public KeySet {
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > MEMBERS_MAX) {
            throw TrustRefusal.BAD_KEY_SET.at("members", members.size(), "1 to " + MEMBERS_MAX);
        }
        if (threshold < 1 || threshold > members.size()) {
            throw TrustRefusal.BAD_KEY_SET.at("threshold", threshold, "1 to " + members.size());
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).x() != i + 1) {
                throw TrustRefusal.BAD_KEY_SET.at(
                        "members[" + i + "].x", members.get(i).x(), i + 1);
            }
        }
    }

    /** Refuses unless no side can open alone (k &gt; s) and none can block (n − k ≥ s). */
    public static void checkSides(int threshold, Collection<Side> sides) {
        var held = new EnumMap<Side, Integer>(Side.class);
        sides.forEach(side -> held.merge(side, 1, Integer::sum));
        held.forEach((side, count) -> {
            if (threshold <= count) {
                throw TrustRefusal.ONE_SIDE_CONTROLS.at("threshold", threshold, "more than " + count + " of " + side);
            }
            if (sides.size() - threshold < count) {
                throw TrustRefusal.ONE_SIDE_CONTROLS.at(
                        "threshold", threshold, "at most " + (sides.size() - count) + ", " + side + " holds " + count);
            }
        });
    }

    /** Refuses a set with a wrong signature, a doubled identity or key, or one that a side controls. */
    public KeySet verify() {
        var seen = new HashSet<String>();
        for (var member : members) {
            var field = "members[" + (member.x() - 1) + "]";
            var offer = new KeyOffer(purpose, owner, member.encryptionKey());
            var signed = offer.verify(Fields.base64(field + ".sig", member.sig(), Signatures.SIZE_MAX));
            if (!signed.certificate().equals(member.certificate())) {
                throw TrustRefusal.BAD_KEY_SET.at(field + ".sig", signed.certificateId(), member.idHex());
            }
            if (!seen.add(member.idHex()) | !seen.add(Hex.encode(member.encryptionKey()))) {
                throw TrustRefusal.BAD_KEY_SET.at(field, "doubled", "each identity and key once");
            }
        }
        checkSides(threshold, members.stream().map(KeySetMember::side).toList());
        return this;
    }

    /** Refuses, besides what {@link #verify()} does, identities that may not sign at {@code at}. */
    public KeySet verify(CertificatePath path, Instant at) {
        verify();
        for (var member : members) {
            var signed = new KeyOffer(purpose, owner, member.encryptionKey())
                    .verify(Fields.base64("sig", member.sig(), Signatures.SIZE_MAX));
            path.checkSigner(member.certificate(), signed.chain(), at);
        }
        return this;
    }

    /** The member with this certificate id in hexadecimal. */
    public Optional<KeySetMember> member(String id) {
        return members.stream().filter(member -> member.idHex().equals(id)).findFirst();
    }

    /** Set id: SM3 of the canonical JSON, 32 bytes. */
    public byte[] id() {
        return Sm3.of(CanonicalJson.encode(toDoc()));
    }

    /** Set id in hexadecimal. */
    public String idHex() {
        return Hex.encode(id());
    }

    /** The document. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", "key-set")
                .put("v", 1)
                .put("purpose", purpose.name())
                .put("owner", owner.toString())
                .put("threshold", threshold);
        var array = doc.putArray("members");
        members.forEach(member -> array.add(member.toDoc()));
        return doc;
    }

    /** Reads a document; refuses another shape. Signatures are not verified yet. */
    public static KeySet from(JsonNode doc) {
        var fields = Fields.of(doc).type("key-set").exactly("type", "v", "purpose", "owner", "threshold", "members");
        var members = fields.array("members", MEMBERS_MAX).stream()
                .map(member -> KeySetMember.from(member, MEMBERS_MAX))
                .toList();
        int threshold = (int) fields.integer("threshold", 1, MEMBERS_MAX);
        return new KeySet(purpose(fields.text("purpose")), fields.uuid("owner"), threshold, members);
    }

    private static KeySetPurpose purpose(String name) {
        for (var purpose : KeySetPurpose.values()) {
            if (purpose.name().equals(name)) {
                return purpose;
            }
        }
        throw TrustRefusal.BAD_KEY_SET.at("purpose", name, "LOT or SESSION");
    }
}
