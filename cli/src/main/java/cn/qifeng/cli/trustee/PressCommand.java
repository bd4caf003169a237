package cn.qifeng.cli.trustee;

import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.json.CanonicalJson;
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
        var member = evidence.set()
                .member(desk.certificateId())
                .orElseThrow(() -> TrusteeRefusal.FOREIGN_KEY_SET.at(
                        "keySet.members", "without you", "a set of which you are a member"));
        var key = desk.safe()
                .keyOf(member.encryptionKey())
                .orElseThrow(() -> TrusteeRefusal.NO_KEY.at("key", "not in this safe", "the key of this lot"));
        var doc = evidence.pressDoc(member.idHex(), key);
        var statement = desk.sign(evidence.tender(), doc, evidence.chain().last());
        OwnFile.write(desk.safe().file("press-" + lot + ".json"), CanonicalJson.encode(statement));
        desk.api().post("/api/core/lots/" + lot + "/presses", statement);
        System.out.println("Pressed 已启封: " + evidence.envelopes() + " envelopes");
        return 0;
    }
}
