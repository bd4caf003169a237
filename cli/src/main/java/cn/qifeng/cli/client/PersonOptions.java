package cn.qifeng.cli.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A person at its own client, and the platform that it speaks to. */
public final class PersonOptions {

    @Mixin
    private KeyOptions keys;

    @Option(names = "--address", required = true, description = "the platform, such as https://host:8443")
    private URI address;

    /** Key file, password and trust file. */
    public KeyOptions keys() {
        return keys;
    }

    /** Where the trust file lies. */
    public Path trustPath() {
        return keys.trustPath();
    }

    /** The person, logged in by its certificate. */
    public Person logIn() throws IOException {
        var trust = keys.trust();
        return Person.logIn(Api.at(address), keys.keyFile(), trust);
    }
}
