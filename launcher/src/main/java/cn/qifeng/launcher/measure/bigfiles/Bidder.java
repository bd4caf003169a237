package cn.qifeng.launcher.measure.bigfiles;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bidder with a large file at its own machine: {@code ./qifeng seal} in a process with 256 MB of heap, as its user runs it. */
final class Bidder {

    /** Heap of the bidder's process, in the JVM's notation. */
    static final String HEAP = "256m";

    private static final String PASSWORD = "big-files";

    /** A name that would do harm wherever it touched a path, a shell or a page. */
    static final String NAME = "图纸 ..\\..\\passwd; $(touch x) <b>\u202e\"'`.dwg";

    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Path large;
    private final List<String> command;
    private Process running;

    private Bidder(Path folder, Path large, List<String> command) {
        this.folder = folder;
        this.large = large;
        this.command = command;
    }

    /** Prepares the files of a bid whose largest has {@code megabytes}; {@code folder} is empty. */
    static Bidder prepare(StagedTender tender, StagedTender.Company company, Path folder, int megabytes, long seed)
            throws IOException {
        var files = tender.bidFiles(folder.resolve("bid"));
        var large = folder.resolve(NAME);
        try (var out = Files.newOutputStream(large)) {
            var random = new Random(seed);
            var piece = new byte[PIECE];
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        var command = List.of(
                Folders.home().resolve("qifeng").toString(),
                "seal",
                "--tender",
                write(folder.resolve("tender.json"), CanonicalJson.encode(tender.published())),
                "--trust",
                write(folder.resolve("trust.json"), tender.trustFile()),
                "--key",
                write(folder.resolve("key.qkf"), company.keyFile(PASSWORD)),
                "--password",
                PASSWORD,
                "--bid",
                write(folder.resolve("bid.json"), files.bid().encode()),
                "--letter",
                files.letter().toString(),
                "--technical",
                files.technical().toString(),
                "--priced-bill",
                files.pricedBill().toString(),
                "--other",
                large.toString(),
                "--out",
                folder.resolve("envelope").toString(),
                "--address");
        return new Bidder(folder, large, command);
    }

    private static String write(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes).toString();
    }

    /** Seals and hands in at an address, until the command ends or is killed; its exit code. */
    int handIn(URI address) throws IOException, InterruptedException {
        var whole = new ArrayList<>(command);
        whole.add(address.toString());
        var start = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        start.environment().put("QIFENG_HEAP", HEAP);
        synchronized (this) {
            running = start.start();
        }
        running.getOutputStream().close();
        return running.waitFor();
    }

    /** Ends the command at once (kill -9). */
    synchronized void kill() {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
    }

    /** Forgets how far it was, as if the note beside the envelope were lost. */
    void forgetProgress() {
        try {
            Files.deleteIfExists(folder.resolve("envelope").resolve("upload.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that its commands printed. */
    String said() throws IOException {
        return Files.readString(log());
    }

    /** SM3 of the large file, hexadecimal. */
    String sm3() throws IOException {
        try (var in = Files.newInputStream(large)) {
            return Hex.encode(Sm3.of(in));
        }
    }

    private Path log() {
        return folder.resolve("seal.log");
    }
}
