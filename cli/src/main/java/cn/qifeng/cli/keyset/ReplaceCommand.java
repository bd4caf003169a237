package cn.qifeng.cli.keyset;

import cn.qifeng.cli.client.PersonOptions;
import cn.qifeng.cli.seal.Refusals;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng key-set replace}: signs that the set of the newest ceremony takes the place of the one in force (更替密钥组);
 * where that one cannot open any more, with the moved bid deadline.
 */
@Command(
        name = "replace",
        description = "Sign that the newest ceremony's set takes the former's place. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class ReplaceCommand implements Callable<Integer> {

    @Mixin
    private PersonOptions person;

    @Option(names = "--tender", required = true, description = "the tender's id")
    private String tender;

    @Option(names = "--reason", required = true, description = "in words; everybody can read it")
    private String reason;

    @Option(
            names = "--deadline",
            defaultValue = "",
            description =
                    "the moved bid deadline, such as 2026-12-22T01:30:00.000Z, where too few keys of a former set are"
                            + " left to open")
    private String deadline;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var agency = person.logIn();
        var at = "/api/core/tenders/" + tender + "/key-set/replacement";
        var doc =
                (ObjectNode) agency.api().get(at + "/to-sign?reason=" + coded(reason) + "&deadline=" + coded(deadline));
        System.out.println("Replaces 原密钥组: " + doc.path("replaces").asText());
        System.out.println("By 新密钥组:       " + doc.path("keySet").asText());
        if (doc.has("deadline")) {
            System.out.println("Deadline 投标截止改为: " + doc.path("deadline").asText());
        }
        agency.api().post(at, agency.sign(doc, agency.chainHead(tender)).toJson());
        System.out.println("Signed 已签名. It is in force once it is witnessed and every key was shown 公布并验证后生效.");
        return 0;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
