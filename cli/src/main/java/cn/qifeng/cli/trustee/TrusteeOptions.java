package cn.qifeng.cli.trustee;

import cn.qifeng.cli.Invocation;
import cn.qifeng.cli.client.PersonOptions;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command of a trustee needs. */
final class TrusteeOptions {

    @Mixin
    private PersonOptions person;

    @Option(
            names = "--safe",
            required = true,
            description = "your folder for keys, numbers and verified evidence; made when it is not there")
    private Path safe;

    /** The trustee at its client, logged in. */
    Desk desk() throws IOException {
        var loggedIn = person.logIn();
        return new Desk(
                loggedIn, SafeFolder.open(Invocation.path(safe), person.keys().password()));
    }
}
