package cn.qifeng.cli.seal;

import cn.qifeng.cli.Invocation;
import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.cli.client.Person;
import cn.qifeng.cli.client.PersonOptions;
import cn.qifeng.cli.proof.ReleaseReceipt;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng release}: releases to the trustees a bid that {@code qifeng seal} sealed, in mode BIDDERS and in the window
 * after the names were read; with {@code --rehearse} it tries the key on the bid at any time, and sends nothing.
 */
@Command(
        name = "release",
        description =
                "Mode BIDDERS: release your sealed bid to the trustees; --rehearse tries your key and sends nothing. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {

    @Mixin
    private PersonOptions options;

    @Option(names = "--bid", required = true, description = "folder of the envelope, as seal --out made it")
    private Path bid;

    @Option(names = "--rehearse", description = "try the key on the envelope; nothing is released")
    private boolean rehearse;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var folder = Invocation.path(bid);
        var envelope = Envelope.in(folder)
                .orElseThrow(() -> SealRefusal.FILE_MISSING.at("--bid", folder, "a folder with a sealed envelope"));
        var person = options.logIn();
        return rehearse ? new Rehearsal(person, envelope).run() : release(person, envelope);
    }

    private static int release(Person person, Envelope envelope) throws IOException {
        var path = "/api/core/lots/" + envelope.lot() + "/releases";
        var due = person.api().get(path + "/to-do");
        var file = envelope.beside("release.json");
        if (due.hasNonNull("receipt")) {
            return released(person, envelope, Files.exists(file) ? sent(file) : null, due.path("receipt"));
        }
        var inForce = Rehearsal.publication(person, envelope).keySet();
        var doc = OwnRelease.of(
                envelope, due, inForce, person.trust(), person.keyFile().encryptionKey());
        var tender = due.path("tender").asText();
        var statement = person.sign(doc, person.chainHead(tender));
        OwnFile.write(file, CanonicalJson.encode(statement.toJson()));
        return released(person, envelope, statement, person.api().post(path, statement.toJson()));
    }

    private static Statement sent(Path file) throws IOException {
        return Statement.from(CanonicalJson.read(Files.readAllBytes(file)));
    }

    /** Verifies and saves the receipt; {@code statement} is {@code null} when another machine released the bid. */
    private static int released(Person person, Envelope envelope, Statement statement, JsonNode answer)
            throws IOException {
        var receipt = ReleaseReceipt.verify(answer, person.trust());
        var release =
                statement == null ? receipt.statement().doc().path("release").asText() : statement.hashHex();
        receipt.requireFor(envelope.bidId(), envelope.headerHash(), release);
        var saved = envelope.beside("release-receipt.json");
        OwnFile.write(saved, CanonicalJson.encode(receipt.statement().toJson()));
        System.out.println("Released 已放行: bid " + envelope.bidId() + (statement == null ? ", from another machine" : "")
                + "\n  received 收到 " + receipt.stamp() + "\n  receipt saved as " + saved);
        return 0;
    }
}
