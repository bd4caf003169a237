package cn.qifeng.cli.trustee;

import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng trustee keys}: makes a fresh key for every ceremony of which this person is a member, keeps it, offers its
 * public half signed, and shows with the canary that it works. Run again, it goes on where it stopped.
 */
@Command(
        name = "keys",
        description = "Make, offer and prove your key for each open ceremony. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {

    private static final byte[] CANARY = Bytes.ascii("QK1 canary");
    private static final int CANARY_LENGTH = 32;

    @Mixin
    private TrusteeOptions options;

    @Option(names = "--ceremony", description = "this ceremony alone")
    private String only;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var desk = options.desk();
        var me = desk.api().get("/api/core/me").path("person").path("id").asText();
        int found = 0;
        for (JsonNode ceremony : desk.api().get("/api/core/key-sets/mine")) {
            if (only == null || only.equals(ceremony.path("id").asText())) {
                found++;
                hold(desk, ceremony, me);
            }
        }
        if (found == 0) {
            System.out.println("No ceremony waits for you 没有待办的密钥仪式.");
        }
        return 0;
    }

    private void hold(Desk desk, JsonNode ceremony, String me) throws IOException {
        var id = ceremony.path("id").asText();
        var seat = seat(ceremony, me);
        if (seat.path("shown").asBoolean()) {
            report(desk, ceremony);
            return;
        }
        if (seat.path("offered").asBoolean() && desk.safe().key(id).isEmpty()) {
            if (only != null) {
                throw TrusteeRefusal.NO_KEY.at("key", "offered from another safe", "the key of ceremony " + id);
            }
            System.out.println("Ceremony " + id + ": your key was offered from another safe 密钥在其他保险箱中");
            return;
        }
        var key = desk.safe().newKey(id);
        if (!seat.path("offered").asBoolean()) {
            offer(desk, ceremony, key);
        }
        answer(desk, id, key);
        report(desk, desk.api().get("/api/core/key-sets/" + id));
    }

    private static JsonNode seat(JsonNode ceremony, String me) {
        for (JsonNode member : ceremony.path("members")) {
            if (member.path("person").asText().equals(me)) {
                return member;
            }
        }
        throw TrusteeRefusal.NO_KEY.at("members", "without you", "a seat of yours");
    }

    private static void offer(Desk desk, JsonNode ceremony, BigInteger key) {
        var fields = Fields.of(ceremony);
        var offer =
                new KeyOffer(KeySetPurpose.valueOf(fields.text("purpose")), fields.uuid("owner"), Sm2.publicKey(key));
        desk.api()
                .post(
                        "/api/core/key-sets/" + fields.text("id") + "/offers",
                        CanonicalJson.object()
                                .put("encryptionKey", Hex.encode(offer.encryptionKey()))
                                .put("sig", offer.sign(desk.person().key())));
    }

    /** Unwraps a canary, and shows the inside of nothing but a canary. */
    private static void answer(Desk desk, String id, BigInteger key) {
        var challenge = desk.api()
                .get("/api/core/key-sets/" + id + "/challenges/mine")
                .path("challenge")
                .asText();
        var plain = Sm2Wrap.unwrap(key, Sm2Cipher.decode(Base64.getDecoder().decode(challenge)));
        if (plain.length != CANARY_LENGTH || !Arrays.equals(Arrays.copyOf(plain, CANARY.length), CANARY)) {
            throw TrusteeRefusal.NOT_A_CANARY.at("challenge", "another wrap", "QK1 canary");
        }
        desk.api()
                .post(
                        "/api/core/key-sets/" + id + "/answers",
                        CanonicalJson.object().put("answer", Hex.encode(plain)));
    }

    /** Tells how far the ceremony is; a set that is complete is verified, and must have the own key in it. */
    private static void report(Desk desk, JsonNode ceremony) {
        var id = ceremony.path("id").asText();
        if (!ceremony.path("state").asText().equals("COMPLETE")) {
            System.out.println("Ceremony " + id + ": your key is offered and proved 密钥已登记并验证; others are awaited");
            return;
        }
        var now = Fields.of(desk.api().get("/api/core/clock")).moment("legal");
        var set = KeySet.from(ceremony.path("keySet"))
                .verify(new CertificatePath(desk.person().trust().anchors().roots()), now);
        var own = desk.safe().key(id);
        var member = set.member(desk.certificateId());
        if (own.isPresent()
                && !member.map(one -> Arrays.equals(one.encryptionKey(), Sm2.publicKey(own.get())))
                        .orElse(false)) {
            throw TrusteeRefusal.FOREIGN_KEY_SET.at("keySet", set.idHex(), "a set with the key that you made");
        }
        System.out.println("Ceremony " + id + ": set complete 密钥组已齐, " + set.threshold() + " of "
                + set.members().size() + " open\n  set id 密钥组标识 " + set.idHex()
                + (own.isPresent() ? "" : "\n  your key is in another safe 密钥在其他保险箱中"));
    }
}
