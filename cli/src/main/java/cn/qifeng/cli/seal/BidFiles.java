package cn.qifeng.cli.seal;

import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.envelope.BidFileRole;
import cn.qifeng.trust.envelope.BidManifest;
import cn.qifeng.trust.envelope.BidManifest.IndexLine;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one bidder hands in (投标文件): the bid as the opening record will publish it, and the files beside it.
 *
 * @param others any further files
 * @param index where the technical part answers each criterion, possibly empty
 */
public record BidFiles(
        BidDocument bid, Path letter, Path technical, Path pricedBill, List<Path> others, List<IndexLine> index) {

    /** Number of the technical part in the envelope. */
    static final int TECHNICAL = 4;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "pdf", "application/pdf",
            "json", "application/json",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** One file with what it is. */
    record Part(BidFileRole role, Path path) {}

    /** Copies the lists. */
    public BidFiles {
        others = List.copyOf(others);
        index = List.copyOf(index);
    }

    /** Files without an index. */
    public BidFiles(BidDocument bid, Path letter, Path technical, Path pricedBill, List<Path> others) {
        this(bid, letter, technical, pricedBill, others, List.of());
    }

    /** The same files with another bid. */
    public BidFiles with(BidDocument other) {
        return new BidFiles(other, letter, technical, pricedBill, others, index);
    }

    /** The files from number 3 on, in the order of their numbers. */
    List<Part> parts() {
        var parts = new ArrayList<>(List.of(
                new Part(BidFileRole.LETTER, letter),
                new Part(BidFileRole.TECHNICAL, technical),
                new Part(BidFileRole.PRICED_BILL, pricedBill)));
        others.forEach(other -> parts.add(new Part(BidFileRole.OTHER, other)));
        return parts;
    }

    /** File 2: names, kinds, lengths and hashes; the files are read as streams. */
    BidManifest manifest() throws IOException {
        var entries = new ArrayList<BidManifest.Entry>();
        entries.add(new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null));
        entries.add(new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null));
        for (var part : parts()) {
            entries.add(new BidManifest.Entry(
                    entries.size() + 1,
                    part.role(),
                    String.valueOf(part.path().getFileName()),
                    mediaType(part.path()),
                    Files.size(part.path()),
                    sm3(part.path())));
        }
        return new BidManifest(entries, Map.of("software", "qifeng-cli"), index);
    }

    /** All files in the order of their numbers. */
    List<FileSource> sources(BidManifest manifest) {
        var sources = new ArrayList<FileSource>();
        sources.add(FileSource.of(bid.encode()));
        sources.add(FileSource.of(manifest.encode()));
        parts().forEach(part -> sources.add(FileSource.of(part.path())));
        return sources;
    }

    private static String mediaType(Path path) {
        var name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static String sm3(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return Hex.encode(Sm3.of(in));
        }
    }
}
