package cn.qifeng.cli.trustee;

import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng trustee lost}: declares that this trustee's keys of a lot are lost or its office ended (密钥遗失声明), so that
 * the set is replaced before the bid deadline. Nothing is pressed with such a key any more.
 */
@Command(
        name = "lost",
        description = "Declare your keys of a lot lost, or your office ended. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class LostCommand implements Callable<Integer> {

    /** What became of the key. */
    enum Cause {
        LOST,
        OFFICE_ENDED
    }

    @Mixin
    private TrusteeOptions options;

    @Option(names = "--lot", required = true, description = "the lot's id")
    private String lot;

    @Option(names = "--cause", required = true, description = "LOST (遗失、泄露) or OFFICE_ENDED (离任)")
    private Cause cause;

    @Option(names = "--reason", required = true, description = "in words; everybody can read it")
    private String reason;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var desk = options.desk();
        int declared = 0;
        for (JsonNode set : desk.api().get("/api/core/lots/" + lot + "/key-sets")) {
            for (JsonNode member : set.path("members")) {
                boolean own = member.path("certificate").asText().equals(desk.certificateId());
                if (own && member.path("lostAt").isNull()) {
                    declare(desk, set);
                    declared++;
                }
            }
        }
        System.out.println(
                declared == 0
                        ? "You have no key of this lot that was not declared before 没有尚未声明的密钥."
                        : "Declared 已声明: " + declared + " key(s). Who published can replace the set now"
                                + " 请通知代理机构更替密钥组.");
        return 0;
    }

    private void declare(Desk desk, JsonNode set) throws IOException {
        var tender = set.path("entry").path("head").path("tender").asText();
        var doc = CanonicalJson.object()
                .put("type", "key-lost")
                .put("v", 1)
                .put("tender", tender)
                .put("lot", lot)
                .put("set", set.path("set").asText())
                .put("cause", cause.name())
                .put("reason", reason);
        desk.api().post("/api/core/lots/" + lot + "/key-losses", desk.sign(tender, doc));
    }
}
