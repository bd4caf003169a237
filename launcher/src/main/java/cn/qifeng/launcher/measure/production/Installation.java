package cn.qifeng.launcher.measure.production;

import cn.qifeng.launcher.FirstAdministratorsCommand;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * What an installer prepares for trading-core in production (生产安装): a database of its own, keys with the roots of
 * authorities, two vault keys, and the invitations of the first administrators. Database, token keys and witnesses stand
 * on the machine of a sandbox, whose authority plays the licensed one.
 */
final class Installation {

    private static final List<String> KEYS = List.of("log", "receipt", "seal", "stock-seal", "time-stamp");
    private static final String NAME = "qifeng_production";
    private static final String KNOWN = "qifeng_known";
    private static final String KNOWN_PASSWORD = "postgres";

    private final OwnPlatform sandbox;
    private final Path folder;
    private final TreeMap<String, String> settings = new TreeMap<>();

    private Installation(OwnPlatform sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
    }

    /** Prepares everything below an empty {@code folder}; {@code sandbox} runs. */
    static Installation prepare(OwnPlatform sandbox, Path folder) throws IOException, SQLException {
        var made = new Installation(sandbox, folder);
        made.settings();
        made.database();
        made.keys();
        made.administrators();
        return made;
    }

    private void settings() throws IOException {
        Properties given = sandbox.settings("trading-core");
        given.stringPropertyNames().forEach(name -> settings.put(name, given.getProperty(name)));
        settings.put("qifeng.mode", "PRODUCTION");
        settings.put("qifeng.address", "https://ggzy.example");
        settings.put("quarkus.http.port", String.valueOf(Ports.anyFree()));
        settings.put(
                "qifeng.data", Files.createDirectories(folder.resolve("data")).toString());
        settings.put("qifeng.keys.directory", folder.resolve("keys").toString());
        settings.put("qifeng.vault.file", secret("lots.vault").toString());
        settings.put("qifeng.login-vault.file", secret("logins.vault").toString());
    }

    private void database() throws IOException, SQLException {
        var password = random();
        try (var connection = sandbox.superuser();
                var statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + password + "'");
            statement.execute("create role " + KNOWN + " login password '" + KNOWN_PASSWORD + "' in role " + NAME);
            statement.execute("create database " + NAME + " owner " + NAME + " encoding 'UTF8' template template0");
        }
        var url = settings.get("quarkus.datasource.jdbc.url");
        settings.put("quarkus.datasource.jdbc.url", url.substring(0, url.lastIndexOf('/') + 1) + NAME);
        settings.put("quarkus.datasource.username", NAME);
        settings.put("quarkus.datasource.password", password);
    }

    private void keys() throws IOException {
        var from = Path.of(sandbox.settings("trading-core").getProperty("qifeng.data"))
                .resolve("keys");
        var to = Files.createDirectories(folder.resolve("keys"));
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (KEYS.contains(file.getFileName().toString().replaceFirst("\\..*", ""))) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        var roots = Files.createDirectories(to.resolve("roots"));
        for (String root : List.of("sm2-root.der", "rsa-root.der")) {
            Files.copy(from.resolve("ca").resolve(root), roots.resolve(root));
        }
    }

    private void administrators() throws IOException {
        var file = folder.resolve("administrators.properties");
        int exit = new CommandLine(new FirstAdministratorsCommand())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(
                        "--system-admin",
                        "席云舒",
                        "--security-admin",
                        "易安澜",
                        "--audit-admin",
                        "沐怀清",
                        "--out",
                        file.toString());
        if (exit != 0) {
            throw new IOException("first-administrators ended with " + exit);
        }
        var made = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            made.load(in);
        }
        made.stringPropertyNames().forEach(name -> settings.put(name, made.getProperty(name)));
    }

    /** The settings as they should be; a copy, to be spoiled. */
    TreeMap<String, String> rightSettings() {
        return new TreeMap<>(settings);
    }

    /** The right settings, but for a role of the database whose password everybody tries first. */
    TreeMap<String, String> withKnownPassword() {
        var spoiled = rightSettings();
        spoiled.put("quarkus.datasource.username", KNOWN);
        spoiled.put("quarkus.datasource.password", KNOWN_PASSWORD);
        return spoiled;
    }

    /** The settings of the sandbox's own database. */
    Properties sandboxSettings() throws IOException {
        return sandbox.settings("trading-core");
    }

    /** A copy of the key folder without one of its files or folders. */
    Path keysWithout(String name) throws IOException {
        var from = folder.resolve("keys");
        var to = folder.resolve("keys-without-" + name);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                var relative = from.relativize(file);
                if (!relative.startsWith(name)) {
                    Files.copy(file, to.resolve(relative.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }

    /** A vault key that everybody on the machine can read. */
    Path openVault() throws IOException {
        var file = secret("open.vault");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    /** Where nothing lies. */
    Path nowhere() {
        return folder.resolve("nowhere");
    }

    /** Where the service listens. */
    URI address() {
        return URI.create("http://127.0.0.1:" + settings.get("quarkus.http.port"));
    }

    private Path secret(String name) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, random());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
