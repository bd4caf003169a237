package cn.qifeng.cli.trustee;

import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.keyset.KeySet;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng trustee destroy}: forgets the key of a lot and the numbers of its draws, once the evidence proves that the
 * opening record is signed or that the lot failed: until then nothing could be opened without the key.
 */
@Command(
        name = "destroy",
        description =
                "Destroy your key of a lot whose opening record is signed, or that failed. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class DestroyCommand implements Callable<Integer> {

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
        var evidence = OpeningEvidence.of(desk, lot, "PUBLIC");
        var chain = evidence.chain();
        if (chain.first("lot/opening-record").isEmpty()
                && chain.first("lot/failed").isEmpty()) {
            throw TrusteeRefusal.KEY_STILL_NEEDED.at(
                    "chain", "entry " + chain.last().n(), "lot/opening-record or lot/failed");
        }
        int forgotten = 0;
        for (KeySet set : evidence.sets()) {
            var draws = chain.all("draw/opened").stream()
                    .filter(draw -> draw.shown().path("set").asText().equals(set.idHex()))
                    .map(draw -> draw.shown().path("drawId").asText())
                    .toList();
            var member = set.member(desk.certificateId());
            if (member.isPresent()) {
                forgotten += desk.safe().forget(member.get().encryptionKey(), draws);
            }
        }
        System.out.println(
                forgotten == 0
                        ? "There is no key of this lot in your safe 保险箱中没有本标段的密钥."
                        : "Destroyed 已销毁: your key of the lot and the numbers of its draws. Copies that you exported are"
                                + " yours to destroy; nobody can prove a destruction 备份须自行销毁，销毁无法被证明.");
        return 0;
    }
}
