package cn.qifeng.evaluation.scoring.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a bid's letter promises (投标函要素), of {@code bid.json} (docs/bid-envelope.md section 7).
 *
 * @param priceFen bid price in fen; empty while prices are shut
 * @param priceWords the same in Chinese capitals
 * @param durationDays duration in calendar days
 * @param bidValidityDays validity in calendar days
 * @param securityForm {@code BOND} or {@code CASH}
 * @param securityFen amount of the security in fen
 * @param securityReference number of the bond, or the paying account
 */
public record Letter(
        Optional<Long> priceFen,
        Optional<String> priceWords,
        int durationDays,
        String quality,
        int bidValidityDays,
        String projectLeader,
        String securityForm,
        long securityFen,
        String securityReference) {

    /** Reads the opened file 1. */
    public static Letter of(JsonNode bid) {
        var security = bid.path("security");
        return new Letter(
                Optional.of(bid.path("priceFen").asLong()),
                Optional.of(bid.path("priceWords").asText()),
                bid.path("durationDays").asInt(),
                bid.path("quality").asText(),
                bid.path("bidValidityDays").asInt(),
                bid.path("projectLeader").asText(),
                security.path("form").asText(),
                security.path("amountFen").asLong(),
                security.path("reference").asText());
    }

    /** The same while prices are shut. */
    public Letter withoutPrice() {
        return new Letter(
                Optional.empty(),
                Optional.empty(),
                durationDays,
                quality,
                bidValidityDays,
                projectLeader,
                securityForm,
                securityFen,
                securityReference);
    }
}
