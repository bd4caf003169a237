package cn.qifeng.cli;

import cn.qifeng.cli.proof.PublishedContent;
import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qifeng receipt FILE}: verifies a receipt offline, its place in the log, and that the bid list has it. */
@Command(
        name = "receipt",
        description = "Verify a receipt offline, and find it in a bid list: exit 0 good, 1 refused or missing",
        mixinStandardHelpOptions = true)
public final class ReceiptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "receipt.json, or a receipt that a page saved")
    private Path file;

    @Option(names = "--trust", required = true, description = "your own trust file")
    private Path trust;

    @Option(
            names = "--proof",
            description = "its place in the log: GET /api/core/log/proofs/{hash of the receipt}, saved")
    private Path proof;

    @Option(
            names = "--bid-list",
            description = "the bid list: GET /api/core/lots/{lot}/opening, saved, or lot/bid-list of a package")
    private Path bidList;

    @Override
    public Integer call() throws IOException {
        for (Path needed : new Path[] {file, trust, proof, bidList}) {
            if (needed != null && !Files.isReadable(Invocation.path(needed))) {
                System.err.println("There is no file " + needed + " that can be read.");
                return 1;
            }
        }
        try {
            return check();
        } catch (Refused refused) {
            System.err.println(Refusals.text(refused));
            return 1;
        }
    }

    private int check() throws IOException {
        var anchors = TrustFile.from(read(trust)).verify();
        var receipt = Receipt.verify(read(file), anchors);
        System.out.printf(
                "Genuine 回执属实: %s of bid %s, attempt %d, in lot %s%n  received 收到 %s ± %d ms, %s%n  hash 回执哈希 %s%n",
                receipt.text("act"),
                receipt.text("bidId"),
                receipt.doc().path("seq").asInt(),
                receipt.text("lot"),
                receipt.stamp(),
                receipt.doc().path("boundMs").asLong(),
                receipt.text("verdict"),
                receipt.hash());
        if (receipt.doc().path("sandbox").asBoolean()) {
            System.out.println("  under the sandbox clock: no legal effect 沙箱时钟下形成，不具法律效力");
        }
        if (proof != null) {
            var head = PublishedContent.verify(receipt.hash(), read(proof), anchors);
            System.out.println("  published 已公布 under the head of size " + head.size() + " at " + head.at());
        }
        return bidList == null ? 0 : find(receipt);
    }

    private int find(Receipt receipt) throws IOException {
        var state = receipt.stateIn(read(bidList));
        System.out.println(state.map(found -> "  in the bid list 名单中: " + found)
                .orElse("  MISSING in the bid list 名单中没有: bring this receipt to the hall before the first press"));
        return state.isPresent() ? 0 : 1;
    }

    private static JsonNode read(Path file) throws IOException {
        return CanonicalJson.read(Files.readAllBytes(Invocation.path(file)));
    }
}
