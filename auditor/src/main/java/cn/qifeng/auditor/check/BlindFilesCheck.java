package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Blind files: what was checked and redrawn is fixed before the first sheet, by the published rules, for exactly the
 * opened bids; it is opened behind the sheets; and a breach has the consequence that the tender document states. Whether
 * a file gives these hashes is computed by whoever has it ({@code blind-check}).
 */
public final class BlindFilesCheck implements Check {

    private static final String SEALED = "evaluation/blind-sealed";
    private static final String OPENED = "evaluation/blind-files";
    private static final String RULING = "evaluation/blind-ruling";
    private static final byte[] LABEL = "QC1 blind files".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> TEMPLATE = List.of("pagesMax", "marginMm", "fonts", "sizesPt", "linesPt");
    private static final int HASH = 32;

    @Override
    public String name() {
        return "blind-files";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, BlindFilesCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var rule = dossier.publication().path("method").path("blind");
        if (!rule.isObject()) {
            for (String type : List.of(SEALED, OPENED, RULING)) {
                dossier.first(type).ifPresent(entry -> {
                    throw new Broken(entry.object(), "blind files that the tender document does not know");
                });
            }
            return 0;
        }
        var sealed = dossier.first(SEALED);
        dossier.first("evaluation/committed")
                .ifPresent(first -> Broken.unless(
                        sealed.isPresent() && sealed.get().n() < first.n(),
                        first.object(),
                        "a sheet before the blind files were fixed"));
        var opened = dossier.first(OPENED);
        dossier.first("evaluation/scored")
                .ifPresent(scored -> Broken.unless(
                        opened.isPresent() && opened.get().n() < scored.n(),
                        scored.object(),
                        "scored before the blind files were opened"));
        opened.ifPresent(entry -> opened(dossier, entry, sealed.orElse(null), rule));
        for (Entry ruling : dossier.entries(RULING)) {
            ruling(dossier, ruling, opened.orElse(null));
        }
        return opened.map(entry -> entry.body().path("files").size()).orElse(0);
    }

    private static void opened(Dossier dossier, Entry entry, Entry sealed, JsonNode rule) {
        var body = entry.body();
        var at = entry.object();
        Shape.exactly(body, at, "session", "nonce", "rules", "files");
        Shape.hex(body, "nonce", HASH, at);
        Broken.unless(sealed != null && sealed.n() < entry.n(), at, "blind files that were not sealed");
        Broken.unless(dossier.entries(OPENED).size() == 1, at, "blind files opened twice");
        var commit = Hash.hex(LABEL, Canon.bytes(body, at));
        Shape.equal(sealed.body(), "commit", commit, sealed.object(), "not the blind files that were sealed");
        Shape.equal(sealed.body(), "session", body.path("session"), sealed.object(), "blind files of another session");
        Broken.unless(
                dossier.entries("evaluation/revealed").stream()
                        .allMatch(sheet -> sheet.n() < entry.n() || sheet.n() > Reviews.end(dossier, entry.n())),
                at,
                "blind files opened before the sheets");
        for (String field : TEMPLATE) {
            Shape.equal(
                    body.path("rules"), field, rule.path(field), at + "#rules", "not the rules that were published");
        }
        words(dossier, body.path("rules").path("words"), at);
        files(dossier, body.path("files"), at);
    }

    /** Every bidder is looked for by its name and its credit code. */
    private static void words(Dossier dossier, JsonNode words, String at) {
        var asked = new HashSet<String>();
        words.forEach(word -> asked.add(word.asText()));
        for (Entry names : dossier.entries("lot/names")) {
            for (JsonNode bid : names.body().path("bids")) {
                Broken.unless(
                        asked.contains(bid.path("name").asText())
                                && asked.contains(bid.path("uscc").asText()),
                        at + "#rules.words",
                        "a bidder that was not looked for");
            }
        }
    }

    private static void files(Dossier dossier, JsonNode files, String at) {
        var seen = new ArrayList<String>();
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var place = at + "#files." + i;
            Shape.exactly(file, place, "bidId", "file", "pages", "canonical", "marks", "marksSm3");
            Shape.number(file, "pages", place);
            Shape.number(file, "marks", place);
            Shape.hex(file, "marksSm3", HASH, place);
            for (String hash : List.of("file", "canonical")) {
                if (!file.path(hash).isNull()) {
                    Shape.hex(file, hash, HASH, place);
                }
            }
            seen.add(file.path("bidId").asText());
        }
        var expected = PanelPrices.opened(dossier).keySet().stream().sorted().toList();
        Broken.unless(seen.equals(expected), at + "#files", "not exactly the opened bids in order");
    }

    private static void ruling(Dossier dossier, Entry entry, Entry opened) {
        var body = entry.body();
        Broken.unless(opened != null && opened.n() < entry.n(), entry.object(), "a ruling before the blind files");
        Shape.equal(body, "basis", "BLIND_BREACH", entry.object(), "a ruling on something else");
        Shape.equal(body, "code", "RJ6", entry.object(), "not a basis of this ground");
        Broken.unless(body.path("clarification").isNull(), entry.object(), "a clarification of a fact");
        Broken.unless(
                PanelPrices.opened(dossier).containsKey(body.path("bidId").asText()),
                entry.object() + "#bidId",
                "a ruling on no opened bid");
        var effect = body.path("effect").asText();
        Broken.unless(
                effect.equals("ZERO") || effect.equals("NONE"), entry.object() + "#effect", "an unknown consequence");
        consequence(dossier, entry, effect);
        boolean majority = 2 * body.path("for").asInt()
                > body.path("for").asInt() + body.path("against").asInt();
        Broken.unless(
                body.path("carried").asBoolean() == majority, entry.object() + "#carried", "not what the votes say");
    }

    /** Demands that the tender document states this consequence of a breach. */
    static void consequence(Dossier dossier, Entry entry, String breach) {
        Shape.equal(
                dossier.publication().path("method").path("blind"),
                "breach",
                breach,
                entry.object(),
                "not the consequence that was published");
    }

    /** Bids whose technical points a breach took before this entry. */
    static Set<String> withoutTechnicalPoints(Dossier dossier, int n) {
        return Proposals.standing(dossier, n).stream()
                .filter(entry -> entry.type().equals(RULING))
                .map(Entry::body)
                .filter(body -> body.path("carried").asBoolean()
                        && body.path("effect").asText().equals("ZERO"))
                .map(body -> body.path("bidId").asText())
                .collect(Collectors.toSet());
    }
}
