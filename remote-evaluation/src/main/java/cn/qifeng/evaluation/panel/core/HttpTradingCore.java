package cn.qifeng.evaluation.panel.core;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.panel.domain.Trustee;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.ServiceFailed;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** trading-core over HTTP (docs/api.md, "Between services"). */
@ApplicationScoped
class HttpTradingCore implements TradingCore {

    private static final Map<String, String> BYTES = Map.of("Content-Type", "application/octet-stream");

    private static final String BEHIND_THE_END = "opening/no-such-range";
    private static final int BILL_BYTES_MAX = 64 << 20;
    private static final int NOT_FOUND = 404;

    private final ServiceClient services;

    HttpTradingCore(ServiceClient services) {
        this.services = services;
    }

    @Override
    public void requestKeySet(UUID id, TenderId tender, SessionId owner, int threshold, List<Trustee> members) {
        var body = CanonicalJson.object()
                .put("id", id.toString())
                .put("tender", tender.toString())
                .put("purpose", "SESSION")
                .put("owner", owner.toString())
                .put("threshold", threshold);
        var list = body.putArray("members");
        members.forEach(it -> list.addObject()
                .put("personId", it.personId())
                .put("name", it.name())
                .put("side", it.side()));
        services.post(Services.TRADING_CORE, "/internal/key-sets", body);
    }

    @Override
    public Optional<CompleteKeySet> keySet(UUID id) {
        var answer = services.get(Services.TRADING_CORE, "/internal/key-sets/" + id);
        if (!answer.hasNonNull("set") || !answer.hasNonNull("keySet")) {
            return Optional.empty();
        }
        var json = new String(CanonicalJson.encode(answer.get("keySet")), StandardCharsets.UTF_8);
        return Optional.of(new CompleteKeySet(answer.get("set").asText(), json));
    }

    @Override
    public Optional<List<Integer>> picked(UUID draw) {
        var answer = services.call(Services.TRADING_CORE, "GET", "/internal/draws/" + draw, Map.of(), null);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode picked =
                services.get(Services.TRADING_CORE, "/internal/draws/" + draw).path("picked");
        if (!picked.isArray()) {
            return Optional.empty();
        }
        var indexes = new ArrayList<Integer>();
        picked.forEach(it -> indexes.add(it.asInt()));
        return Optional.of(indexes);
    }

    @Override
    public FileStream file(LotId lot, String bidId, int n) {
        var stream = services.open(Services.TRADING_CORE, path(lot, bidId, n));
        return new FileStream(stream.length(), Optional.empty(), stream.body());
    }

    @Override
    public Optional<FileStream> part(LotId lot, String bidId, int n, ByteRange wanted) {
        try {
            var stream = services.open(Services.TRADING_CORE, path(lot, bidId, n), Map.of("Range", wanted.asked()));
            return Optional.of(new FileStream(stream.length(), stream.contentRange(), stream.body()));
        } catch (ServiceFailed failed) {
            if (failed.problem().contains(BEHIND_THE_END)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static String path(LotId lot, String bidId, int n) {
        return "/internal/lots/" + lot + "/bids/" + bidId + "/files/" + n;
    }

    @Override
    public byte[] tenderBill(TenderId tender) {
        var path = "/api/core/public/tenders/" + tender;
        var sm3 = services.get(Services.TRADING_CORE, path)
                .path("tender")
                .path("document")
                .path("bill")
                .asText();
        try (var stream =
                services.open(Services.TRADING_CORE, path + "/documents/" + sm3).body()) {
            var bill = stream.readNBytes(BILL_BYTES_MAX);
            if (!Sm3.hex(bill).equals(sm3)) {
                throw new IllegalStateException("the bill of tender " + tender + " has another hash than " + sm3);
            }
            return bill;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> usccOf(String person) {
        var answer = services.get(Services.TRADING_CORE, "/internal/people/" + person);
        var uscc = answer.path("party").path("uscc").asText("");
        return uscc.isEmpty() ? Optional.empty() : Optional.of(uscc);
    }

    @Override
    public byte[] seal(byte[] pdf) {
        return services.bytes(Services.TRADING_CORE, "/internal/document-seals", pdf);
    }

    @Override
    public Optional<byte[]> ofd(byte[] pdf) {
        var answer = services.call(Services.TRADING_CORE, "POST", "/internal/document-seals/ofd", BYTES, pdf);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.good()) {
            throw new IllegalStateException("trading-core drew no OFD: " + answer.status());
        }
        return Optional.of(answer.body());
    }

    @Override
    public void keepDocument(TenderId tender, String sm3, byte[] bytes) {
        String path = "/internal/tenders/" + tender + "/documents/" + sm3;
        var answer = services.call(Services.TRADING_CORE, "PUT", path, BYTES, bytes);
        if (!answer.good()) {
            throw new IllegalStateException("trading-core did not keep document " + sm3 + ": " + answer.status());
        }
    }
}
