package cn.qifeng.cli.client;

import cn.qifeng.cli.Invocation;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whose key and whose trust file a command uses. */
public final class KeyOptions {

    @Option(names = "--trust", required = true, description = "your own trust file")
    private Path trust;

    @Option(names = "--key", required = true, description = "your key file (.qkf)")
    private Path key;

    @Option(
            names = "--password",
            description = "its password; asked for when absent",
            interactive = true,
            arity = "0..1")
    private char[] password;

    /** Where the trust file lies. */
    public Path trustPath() {
        return Invocation.path(trust);
    }

    /** The trust file, signed by its witnesses. */
    public TrustFile trust() throws IOException {
        return TrustFile.from(read(trust, "--trust")).verify();
    }

    /** The key file, opened. */
    public KeyFile keyFile() throws IOException {
        return KeyFile.read(bytes(key, "--key"), password());
    }

    /** Its password; asked for at the console when it was not given. */
    public char[] password() {
        if (password == null) {
            var console = System.console();
            var typed = console == null ? null : console.readPassword("Password of %s: ", key.getFileName());
            password = typed == null ? new char[0] : typed;
        }
        return password;
    }

    /** A file with JSON; refuses one that cannot be read. */
    public static JsonNode read(Path file, String option) throws IOException {
        return CanonicalJson.read(bytes(file, option));
    }

    private static byte[] bytes(Path file, String option) throws IOException {
        if (!Files.isReadable(Invocation.path(file))) {
            throw ClientRefusal.FILE_MISSING.at(option, file, "a file that can be read");
        }
        return Files.readAllBytes(Invocation.path(file));
    }
}
