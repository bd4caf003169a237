package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.panel.domain.TradingCore.FileStream;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds files of opened bids by their role, as the bid's own manifest names them (投标文件). */
@ApplicationScoped
public class BidFiles {

    private static final int BID = 1;
    private static final int MANIFEST = 2;

    private final TradingCore core;

    BidFiles(TradingCore core) {
        this.core = core;
    }

    /** An opened file and its media type. */
    public record OpenedFile(String mediaType, FileStream content) {}

    /** One line of a bid's index: for this item, see these pages of the file in this role. */
    public record IndexLine(String item, String role, int from, int to) {}

    /** The first file in this role ({@code TECHNICAL}, {@code PRICED_BILL}, …); the caller closes it. */
    public Optional<OpenedFile> first(LotId lot, String bidId, String role) {
        return firstOf(manifest(lot, bidId), role)
                .map(file -> opened(file, core.file(lot, bidId, file.path("n").asInt())));
    }

    /**
     * A part of the first file in this role; the caller closes it.
     *
     * @param behindTheEnd what to throw when the part begins behind the end of the file
     */
    public Optional<OpenedFile> first(
            LotId lot, String bidId, String role, ByteRange part, Supplier<? extends RuntimeException> behindTheEnd) {
        return firstOf(manifest(lot, bidId), role)
                .map(file -> opened(
                        file,
                        core.part(lot, bidId, file.path("n").asInt(), part).orElseThrow(behindTheEnd)));
    }

    /** Where the bid says that it answers the criteria (响应索引); lines that name no file are left out. */
    public List<IndexLine> index(LotId lot, String bidId) {
        var manifest = manifest(lot, bidId);
        var lines = new ArrayList<IndexLine>();
        for (var line : manifest.path("index")) {
            for (var file : manifest.path("files")) {
                var role = file.path("role").asText();
                if (file.path("n").asInt() == line.path("n").asInt()
                        && firstOf(manifest, role).filter(file::equals).isPresent()) {
                    lines.add(new IndexLine(
                            line.path("item").asText(),
                            role,
                            line.path("from").asInt(),
                            line.path("to").asInt()));
                }
            }
        }
        return lines;
    }

    private static OpenedFile opened(JsonNode file, FileStream content) {
        return new OpenedFile(file.path("mediaType").asText(), content);
    }

    private static Optional<JsonNode> firstOf(JsonNode manifest, String role) {
        for (var file : manifest.path("files")) {
            if (file.path("role").asText().equals(role)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** What the bid promises as the opening record publishes it: price, duration, quality and so on (投标函). */
    public JsonNode letter(LotId lot, String bidId) {
        return json(lot, bidId, BID);
    }

    private JsonNode manifest(LotId lot, String bidId) {
        return json(lot, bidId, MANIFEST);
    }

    private JsonNode json(LotId lot, String bidId, int n) {
        try (var file = core.file(lot, bidId, n)) {
            return CanonicalJson.read(file.bytes().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
