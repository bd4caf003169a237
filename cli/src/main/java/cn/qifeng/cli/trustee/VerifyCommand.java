package cn.qifeng.cli.trustee;

import cn.qifeng.cli.seal.Refusals;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qifeng trustee verify}: everything that is verified before a press, and nothing is sent. */
@Command(
        name = "verify",
        description = "Verify chain, bid list, envelopes and draw of a lot; nothing is sent. Exit 0 holds, 1 refused",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private TrusteeOptions options;

    @Option(names = "--lot", required = true, description = "the lot's id")
    private String lot;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(() -> {
            print(OpeningEvidence.fetch(options.desk(), lot));
            return 0;
        });
    }

    static void print(OpeningEvidence evidence) {
        System.out.println(
                "Verified 已核验: chain up to entry " + evidence.chain().last().n()
                        + "\n  bid list 投标名单 " + evidence.bidList()
                        + "\n  envelopes to open 待启封 " + evidence.envelopes()
                        + "\n  coefficient drawn 已抽取系数 " + evidence.coefficient()
                        + evidence.sets().stream()
                                .map(set -> "\n  key set 密钥组 " + set.idHex())
                                .collect(Collectors.joining()));
    }
}
