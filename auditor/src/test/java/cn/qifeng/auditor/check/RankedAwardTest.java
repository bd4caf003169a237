package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rank of candidates in a package 存证包中的候选人名次")
class RankedAwardTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ranksByTotalThenPriceScoreThenLowerPrice() throws JsonProcessingException {
        var order = RankedAward.order(scored("""
                {"input":{"prices":[{"bidId":"a","priceFen":300},{"bidId":"b","priceFen":200},
                {"bidId":"c","priceFen":100},{"bidId":"d","priceFen":100},{"bidId":"e","priceFen":100}]},
                "prices":[{"bidId":"a","score":"50.00"},{"bidId":"b","score":"60.00"},{"bidId":"c","score":"50.00"},
                {"bidId":"d","score":"50.00"},{"bidId":"e","score":"10"}],
                "technical":[{"bidId":"a","score":"40.00"},{"bidId":"b","score":"30.00"},{"bidId":"c","score":"40.00"},
                {"bidId":"d","score":"40.00"},{"bidId":"e","score":"9.99"}],
                "totals":[{"bidId":"a","score":"90.00"},{"bidId":"b","score":"90.0"},{"bidId":"c","score":"90.00"},
                {"bidId":"d","score":"90.00"},{"bidId":"e","score":"19.99"}]}"""));

        assertThat(order).containsExactly("b", "c", "d", "a", "e");
    }

    @Test
    void ranksReviewedPricesByTheirRank() throws JsonProcessingException {
        assertThat(RankedAward.order(
                        scored("{\"reviewed\":[{\"bidId\":\"a\",\"rank\":2},{\"bidId\":\"b\",\"rank\":1}]}")))
                .containsExactly("b", "a");
    }

    private static Dossier.Entry scored(String body) throws JsonProcessingException {
        return new Dossier.Entry(
                "chain/000001.json", 1, "evaluation/scored", "t", Instant.EPOCH, JSON.readTree(body), "", 0);
    }
}
