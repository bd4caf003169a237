package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The time in which bidders could release: as long as published, and longer only by host and supervisor together. */
final class ReleaseTime {

    /** One stretch of it; behind an interruption another one begins with the extension. */
    private record Stretch(Instant from, Instant until) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /** A window that opens at this moment for the minutes that were published. */
    ReleaseTime(Dossier dossier, Instant opensAt, String object) {
        long minutes = Shape.number(dossier.publication(), "releaseMinutes", object);
        stretches.add(new Stretch(opensAt, opensAt.plus(Duration.ofMinutes(minutes))));
    }

    /** When it ends, as far as it is known. */
    Instant end() {
        return stretches.get(stretches.size() - 1).until();
    }

    /** Whether a moment is within it. */
    boolean contains(Instant moment) {
        return stretches.stream().anyMatch(one -> !moment.isBefore(one.from()) && !moment.isAfter(one.until()));
    }

    /** The opening stood still: what was left of the time then is left behind it. */
    void stoodStill(Instant from, Instant until) {
        var last = stretches.get(stretches.size() - 1);
        if (!from.isAfter(last.until())) {
            var end = last.until().plus(Duration.between(from, until));
            stretches.set(stretches.size() - 1, new Stretch(last.from(), end));
        }
    }

    /** Takes an extension; two of different sides must have signed the same. */
    void extend(Dossier dossier, Dossier.Entry entry) {
        var object = entry.object();
        Shape.exactly(entry.body(), object + "#body", "closesAt", "statements");
        var closesAt = Shape.moment(entry.body(), "closesAt", object);
        Broken.unless(closesAt.isAfter(end()), object + "#closesAt", "a window made shorter");
        signed(dossier, entry);
        var last = stretches.get(stretches.size() - 1);
        if (entry.at().isAfter(last.until())) {
            stretches.add(new Stretch(entry.at(), closesAt));
        } else {
            stretches.set(stretches.size() - 1, new Stretch(last.from(), closesAt));
        }
    }

    private static void signed(Dossier dossier, Dossier.Entry entry) {
        var object = entry.object();
        var statements = entry.body().path("statements");
        Broken.unless(statements.size() == 2, object, "not extended by host and supervisor");
        int hosts = 0;
        var reason = statements.get(0).path("doc").path("reason");
        for (JsonNode statement : statements) {
            var doc = statement.path("doc");
            Shape.equal(doc, "type", "release-extension", object, "not an extension");
            Shape.equal(doc, "lot", dossier.lot(), object, "an extension of another window");
            Shape.equal(doc, "closesAt", entry.body().path("closesAt"), object, "an extension of another window");
            Shape.equal(doc, "reason", reason, object, "an extension of another window");
            hosts += isTenderer(dossier, dossier.signer(statement, entry), object) ? 1 : 0;
        }
        Broken.unless(hosts == 1, object, "not extended by host and supervisor");
    }

    private static boolean isTenderer(Dossier dossier, X509Certificate signer, String object) {
        try {
            var uscc = Certificates.uscc(signer);
            return uscc.equals(dossier.publication().path("agency").path("uscc").asText())
                    || uscc.equals(dossier.publication()
                            .path("procuringEntity")
                            .path("uscc")
                            .asText());
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
    }
}
