package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Documents: those that shown entries name, all of them, and each is what its name says. What bidders were told of their bids
 * is for each of them alone: it has to be there only where the report is.
 */
public final class DocumentsCheck implements Check {

    private static final String FOLDER = "documents/";

    private static final Set<String> USUAL = Set.of("docx", "pdf", "xlsx");

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public int run(Dossier dossier) {
        var named = named(dossier);
        var parts = parts(dossier);
        if (dossier.entries("evaluation/report").stream().anyMatch(Dossier.Entry::open)) {
            named.addAll(parts);
        }
        var seen = new HashMap<String, String>();
        var names = dossier.file().under(FOLDER);
        for (String name : names) {
            var expected = name.substring(FOLDER.length(), name.indexOf('.'));
            Broken.unless(sm3(dossier, name).equals(expected), name, "not the document of that hash");
            Broken.unless(named.contains(expected) || parts.contains(expected), name, "a document that no entry names");
            var former = seen.put(expected, name);
            Broken.unless(former == null, former == null || usual(former) ? name : former, "a document twice");
        }
        for (String hash : named) {
            Broken.unless(seen.containsKey(hash), FOLDER + hash, "missing");
        }
        return names.size();
    }

    /** Of two names of one document the one without a usual ending is the one too many. */
    private static boolean usual(String name) {
        return USUAL.contains(name.substring(name.indexOf('.') + 1));
    }

    private static Set<String> named(Dossier dossier) {
        var named = new HashSet<String>();
        var publication = dossier.publication();
        add(named, publication.path("document").path("docx"));
        add(named, publication.path("document").path("pdf"));
        add(named, publication.path("bill"));
        for (String type : new String[] {"lot/opening-record", "evaluation/report", "award/noticed"}) {
            dossier.entries(type).stream()
                    .filter(Dossier.Entry::open)
                    .forEach(entry -> add(named, entry.body().path("sm3")));
        }
        return named;
    }

    private static Set<String> parts(Dossier dossier) {
        var parts = new HashSet<String>();
        dossier.entries("evaluation/parts")
                .forEach(entry -> entry.body().path("parts").forEach(part -> add(parts, part.path("sm3"))));
        return parts;
    }

    private static void add(Set<String> named, JsonNode hash) {
        if (hash.isTextual()) {
            named.add(hash.textValue());
        }
    }

    private static String sm3(Dossier dossier, String name) {
        var digest = new SM3Digest();
        try (InputStream in = dossier.file().stream(name)) {
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new Broken(name, "unreadable", String.valueOf(e.getMessage()));
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
