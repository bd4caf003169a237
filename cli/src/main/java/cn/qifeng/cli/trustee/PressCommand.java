package cn.qifeng.cli.trustee;

import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng trustee press}: verifies chain, list, envelopes and draw, and only then gives this trustee's share of every
 * envelope of the list. Refuses with a code, and sends nothing, when anything does not fit.
 */
@Command(
        name = "press",
        description = "Verify a lot and press for its whole list. Exit 0 pressed, 1 refused and nothing sent",
        mixinStandardHelpOptions = true)
final class PressCommand implements Callable<Integer> {

    @Mixin
    private TrusteeOptions options;

    @Option(names = "--lot", required = true, description = "the lot's id")
    private String lot;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var desk = options.desk();
        var evidence = OpeningEvidence.fetch(desk, lot);
        VerifyCommand.print(evidence);
        var sets = evidence.toPress(desk.certificateId());
        if (sets.isEmpty()) {
            throw TrusteeRefusal.FOREIGN_KEY_SET.at(
                    "keySet.members", "without you", "a set with envelopes to open of which you are a member");
        }
        int serial = 0;
        for (KeySet set : sets) {
            press(desk, evidence, set, serial++);
        }
        System.out.println("Pressed 已启封: " + evidence.envelopes() + " envelopes");
        return 0;
    }

    /** With the key of one set. */
    private void press(Desk desk, OpeningEvidence evidence, KeySet set, int serial) throws IOException {
        var member = set.member(desk.certificateId()).orElseThrow();
        var key = desk.safe()
                .keyOf(member.encryptionKey())
                .orElseThrow(() -> TrusteeRefusal.NO_KEY.at("key", "not in this safe", "the key of this lot"));
        var doc = evidence.pressDoc(set, member.idHex(), key);
        var statement = desk.sign(evidence.tender(), doc, evidence.chain().last());
        var name = "press-" + lot + (serial == 0 ? "" : "-" + (serial + 1)) + ".json";
        OwnFile.write(desk.safe().file(name), CanonicalJson.encode(statement));
        desk.api().post("/api/core/lots/" + lot + "/presses", statement);
    }
}
