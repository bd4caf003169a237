package cn.qifeng.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Summary of a demo 演示摘要")
class SummaryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isOneObjectOfExactlyTheseFields() throws IOException {
        var steps = new LinkedHashMap<String, Double>();
        steps.put("draft", 1.25);
        steps.put("seal", 2.0);

        var summary = new Summary(tender(), opening(), award(), scored()).of(steps);

        assertThat(JSON.readTree(summary.toString())).isEqualTo(json("""
                {"tenderId": "t-1", "lotId": "l-1", "method": "M-A", "k": "0.965", "benchmarkPriceFen": 9600,
                 "fullScore": "60", "e1": "1.0", "e2": "0.5",
                 "bids": [
                   {"bidder": "甲公司", "priceFen": 10000, "priceScore": "55.83", "technicalScore": "33.00",
                    "totalScore": "88.83", "status": "OPENED"},
                   {"bidder": "乙公司", "priceFen": 9600, "priceScore": "60.00", "technicalScore": "34.00",
                    "totalScore": "94.00", "status": "OPENED"}],
                 "finalists": ["乙公司"],
                 "votes": [{"round": 1, "bidder": "乙公司", "count": 5}],
                 "winner": "乙公司", "contractPriceFen": 9600,
                 "steps": [{"name": "draft", "seconds": 1.25}, {"name": "seal", "seconds": 2.0}]}"""));
    }

    @Test
    void leavesTheScoresOfARejectedBidEmpty() throws IOException {
        var scored = json("{\"basePriceFen\": 9600, \"prices\": [], \"technical\": [], \"totals\": []}");

        var bid = new Summary(tender(), opening(), award(), scored)
                .of(new LinkedHashMap<>())
                .path("bids")
                .get(0);

        assertThat(bid.path("totalScore").isNull()).isTrue();
        assertThat(bid.path("priceFen").asLong()).isEqualTo(10_000);
    }

    private static JsonNode tender() throws IOException {
        return json("""
                {"tender": "t-1", "lot": "l-1",
                 "terms": {"method": {"code": "M-A", "fullScore": "60", "e1": "1.0", "e2": "0.5"}}}""");
    }

    private static JsonNode opening() throws IOException {
        return json("""
                {"draw": {"k": "0.965"},
                 "names": [{"bidId": "b1", "name": "甲公司"}, {"bidId": "b2", "name": "乙公司"}],
                 "results": [{"bidId": "b1", "status": "OPENED", "bid": {"priceFen": 10000}},
                             {"bidId": "b2", "status": "OPENED", "bid": {"priceFen": 9600}}]}""");
    }

    private static JsonNode award() throws IOException {
        return json("""
                {"finalists": [{"bidId": "b2", "name": "乙公司"}], "winner": "b2", "notice": {"amountFen": 9600},
                 "rounds": [{"n": 1, "votes": [{"bidId": "b2", "count": 5}], "ballots": []}]}""");
    }

    private static JsonNode scored() throws IOException {
        return json("""
                {"basePriceFen": 9600,
                 "prices": [{"bidId": "b1", "score": "55.83"}, {"bidId": "b2", "score": "60.00"}],
                 "technical": [{"bidId": "b1", "score": "33.00"}, {"bidId": "b2", "score": "34.00"}],
                 "totals": [{"bidId": "b1", "score": "88.83"}, {"bidId": "b2", "score": "94.00"}]}""");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
