package cn.qifeng.kit.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What every service asks of its settings in production (生产配置核查): nothing of the sandbox, HTTPS for people, and
 * secrets that nobody can guess or look up (GB/T 22239-2019 8.1.10.6).
 */
final class ProductionSettings {

    private static final String SANDBOX = "qifeng.sandbox.";
    private static final int SECRET_MIN = 32;
    private static final int SECRET_LETTERS_MIN = 8;
    private static final int PASSWORD_MIN = 12;
    private static final Set<String> WELL_KNOWN = Set.of(
            "postgres",
            "password",
            "passw0rd",
            "qifeng",
            "oracle",
            "changeit",
            "change-me",
            "secret",
            "admin",
            "123456");

    private ProductionSettings() {}

    /** One sentence for each fault, without any secret; empty when production may start. */
    static List<String> faults(Config config) {
        var faults = new ArrayList<String>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(SANDBOX))
                .sorted()
                .forEach(name -> faults.add("the sandbox setting " + name + " is set; take it out"));
        address(config, faults);
        secret(config, faults);
        database(config, faults);
        return faults;
    }

    private static void address(Config config, List<String> faults) {
        String address = text(config, "qifeng.address");
        if (!address.startsWith("https://")) {
            faults.add("qifeng.address must be the https:// address under which people reach the platform");
        }
    }

    private static void secret(Config config, List<String> faults) {
        String secret = text(config, "qifeng.service.secret");
        if (secret.length() < SECRET_MIN || secret.chars().distinct().count() < SECRET_LETTERS_MIN) {
            faults.add("qifeng.service.secret must be random, of " + SECRET_MIN + " characters at least;"
                    + " make one: openssl rand -hex 32");
        }
    }

    private static void database(Config config, List<String> faults) {
        String password = text(config, "quarkus.datasource.password");
        if (password.length() < PASSWORD_MIN
                || password.equals(text(config, "quarkus.datasource.username"))
                || WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT))) {
            faults.add("quarkus.datasource.password must be the database role's own, of " + PASSWORD_MIN
                    + " characters at least, and none that is commonly known");
        }
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
