package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;

import cn.qifeng.cli.keyset.KeySetCommand;
import cn.qifeng.cli.trustee.TrusteeCommand;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A trustee's machine: {@code ./qifeng trustee …} with its key file, trust file and folder. */
record TrusteeTool(Path folder, String account, String address) {

    /** What a command said. */
    record Said(int exit, String out, String err) {}

    /** The machine of a demo person, with the key file and the trust file of this platform. */
    static TrusteeTool of(Path folder, String account, String address) throws IOException {
        var home = Files.createDirectories(folder.resolve(account));
        Files.write(
                home.resolve("me.qkf"),
                given().get("/api/core/sandbox/people/" + account + "/key-file").asByteArray());
        Files.write(
                home.resolve("trust.json"),
                CanonicalJson.encode(
                        CanonicalJson.read(given().get("/api/core/trust-file").asByteArray())));
        return new TrusteeTool(home, account, address);
    }

    Said run(String command, String... more) {
        var arguments = own(command, more);
        arguments.add("--safe=" + folder.resolve("safe"));
        return said(new TrusteeCommand(), arguments);
    }

    /** What an agency does about the key set of its tender. */
    Said keySet(String command, PublishedLot lot, String... more) {
        var arguments = own(command, more);
        arguments.add("--tender=" + lot.tender());
        return said(new KeySetCommand(), arguments);
    }

    /** A command with who calls it, and whom. */
    private List<String> own(String command, String... more) {
        var arguments = new ArrayList<>(List.of(
                command,
                "--trust=" + folder.resolve("trust.json"),
                "--key=" + folder.resolve("me.qkf"),
                "--password=qifeng-demo",
                "--address=" + address));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Runs a command as the start script does. */
    static Said said(Object command, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var usualOut = System.out;
        var usualErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(command).execute(arguments.toArray(String[]::new));
            return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }
}
