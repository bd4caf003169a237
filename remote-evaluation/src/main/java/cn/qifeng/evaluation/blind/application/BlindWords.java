package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words that tell whose a blind file is (暗标检索词): of every bidder its name, whole and without its form, its credit code,
 * and the project leader of its letter. All of them are public since the opening.
 */
@ApplicationScoped
class BlindWords {

    private static final int LETTER = 1;
    private static final int BYTES_MAX = 1 << 20;
    private static final int SHORT_MIN = 4;
    private static final Pattern FORM = Pattern.compile("(集团|建设|工程)*(有限责任公司|股份有限公司|有限公司|公司)$");

    private final TradingCore core;

    BlindWords(TradingCore core) {
        this.core = core;
    }

    List<String> of(SessionOrder order) {
        var words = new TreeSet<String>();
        for (OpenedBid bid : order.bids()) {
            words.add(bid.name());
            words.add(bid.uscc());
            var brief = FORM.matcher(bid.name()).replaceFirst("");
            if (brief.length() >= SHORT_MIN) {
                words.add(brief);
            }
        }
        order.evaluated().forEach(it -> words.add(leader(order, it.bidId())));
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }

    private String leader(SessionOrder order, String bidId) {
        try (var file = core.file(order.lot(), bidId, LETTER)) {
            return CanonicalJson.read(file.bytes().readNBytes(BYTES_MAX))
                    .path("projectLeader")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
