package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.panel.domain.TradingCore.FileStream;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Finds files of opened bids by their role, as the bid's own manifest names them (投标文件). */
@ApplicationScoped
public class BidFiles {

    private static final int MANIFEST = 2;

    private final TradingCore core;

    BidFiles(TradingCore core) {
        this.core = core;
    }

    /** An opened file and its media type. */
    public record OpenedFile(String mediaType, FileStream content) {}

    /** The first file in this role ({@code TECHNICAL}, {@code PRICED_BILL}, …); the caller closes it. */
    public Optional<OpenedFile> first(LotId lot, String bidId, String role) {
        for (var file : manifest(lot, bidId).path("files")) {
            if (file.path("role").asText().equals(role)) {
                var content = core.file(lot, bidId, file.path("n").asInt());
                return Optional.of(new OpenedFile(file.path("mediaType").asText(), content));
            }
        }
        return Optional.empty();
    }

    private JsonNode manifest(LotId lot, String bidId) {
        try (var file = core.file(lot, bidId, MANIFEST)) {
            return CanonicalJson.read(file.bytes().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
