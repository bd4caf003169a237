package cn.qifeng.launcher.measure.superuser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads everything that database and object store hold before the opening, and looks for what only the bidders know:
 * prices, contents and names of files anywhere, and who bids beside the tender in which.
 */
final class Canaries {

    private final Breach breach;

    Canaries(Breach breach) {
        this.breach = breach;
    }

    /** Where a secret of these kinds was read; empty when nothing was. */
    List<String> read(List<String> secrets, List<String> names, List<String> tenders) throws SQLException, IOException {
        var found = new ArrayList<String>();
        for (String table : breach.texts("select tablename from pg_tables where schemaname = current_schema()")) {
            for (String secret : secrets) {
                for (String form : forms(secret)) {
                    int rows = breach.texts(
                                    "select 1 from " + table
                                            + " t where position(cast(? as text) in cast(t as text)) > 0",
                                    form)
                            .size();
                    if (rows > 0) {
                        found.add(table + ": " + secret);
                    }
                }
            }
            beside(table, names, tenders, found);
        }
        objects(secrets, found);
        return found;
    }

    /** As it is, as the database shows bytes, and as base64 at each of the three places in a group. */
    private static List<String> forms(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<>(List.of(secret, HexFormat.of().formatHex(bytes)));
        for (int skipped = 0; skipped < 3; skipped++) {
            int length = (bytes.length - skipped) / 3 * 3;
            var part = new byte[length];
            System.arraycopy(bytes, skipped, part, 0, length);
            forms.add(Base64.getEncoder().encodeToString(part));
        }
        return forms;
    }

    private void beside(String table, List<String> names, List<String> tenders, List<String> found)
            throws SQLException {
        for (String name : names) {
            for (String tender : tenders) {
                boolean read = !breach.texts(
                                "select 1 from " + table + " t where position(cast(? as text) in cast(t as text)) > 0"
                                        + " and position(cast(? as text) in cast(t as text)) > 0",
                                name,
                                tender)
                        .isEmpty();
                if (read) {
                    found.add(table + ": " + name + " beside " + tender);
                }
            }
        }
    }

    private void objects(List<String> secrets, List<String> found) throws IOException {
        try (var files = Files.walk(breach.objects())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                secrets.stream()
                        .filter(text::contains)
                        .forEach(secret -> found.add("object " + file.getFileName() + ": " + secret));
            }
        }
    }
}
