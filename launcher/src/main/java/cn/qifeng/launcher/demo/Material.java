package cn.qifeng.launcher.demo;

import cn.qifeng.cli.seal.BidFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a tender is made from: its terms, its files, and the bids.
 *
 * @param template .docx of the tender document, or {@code null} for the platform's own standard one
 * @param fields what the template asks for beyond the terms
 * @param bill the empty bill of quantities
 */
record Material(
        String projectName,
        String lotName,
        long estimateFen,
        long ceilingFen,
        long securityFen,
        int durationDays,
        Path template,
        Map<String, JsonNode> fields,
        Path bill,
        List<Bidding> bids) {

    /** One bidder's files; {@code account} is a demo account, or {@code null} for a company that must register. */
    record Bidding(String account, String name, String uscc, BidFiles files) {}
}
