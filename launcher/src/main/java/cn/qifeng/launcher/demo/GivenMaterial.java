package cn.qifeng.launcher.demo;

import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.envelope.BidDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tender's real files in one folder: {@code tender-template.docx} with {@code fields.json}, one {@code boq-*.xlsx},
 * {@code bidders.json}, and for each bidder {@code bid-NN.xlsx}, {@code bid-letter-NN.json}, {@code technical-NN.pdf}.
 */
final class GivenMaterial {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GivenMaterial() {}

    static Material read(Path folder, int bidsMax) throws IOException {
        var about = JSON.readTree(folder.resolve("bidders.json").toFile());
        var section = about.path("section");
        var fields = fields(folder.resolve("fields.json"));
        var bids = new ArrayList<Material.Bidding>();
        for (JsonNode bidder : about.path("bidders")) {
            if (bids.size() < bidsMax) {
                bids.add(bidding(folder, bidder));
            }
        }
        return new Material(
                fields.getOrDefault("projectName", section.path("name")).asText(),
                section.path("name").asText(),
                fen(section, "estimate"),
                fen(section, "ceiling"),
                fen(section, "depositRequired"),
                section.path("durationDaysMax").asInt(),
                folder.resolve("tender-template.docx"),
                fields,
                bill(folder),
                bids);
    }

    private static Map<String, JsonNode> fields(Path file) throws IOException {
        var fields = new HashMap<String, JsonNode>();
        JSON.readTree(file.toFile())
                .path("fields")
                .forEach(field -> fields.put(field.path("key").asText(), field.path("example")));
        return fields;
    }

    private static Path bill(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "boq-*.xlsx")) {
            for (Path file : files) {
                return file;
            }
        }
        throw new DemoFailed("--input", "no boq-*.xlsx in " + folder, null);
    }

    private static Material.Bidding bidding(Path folder, JsonNode bidder) throws IOException {
        var no = bidder.path("no").asText();
        var letter = folder.resolve("bid-letter-" + no + ".json");
        var text = JSON.readTree(letter.toFile());
        var security = text.path("bidSecurity");
        var form = security.path("form").asText().equals("CASH") ? BidDocument.Form.CASH : BidDocument.Form.BOND;
        var bid = new BidDocument(
                Fen.ofYuan(text.path("price").path("figures").asText()),
                text.path("price").path("words").asText(),
                text.path("durationDays").asInt(),
                text.path("quality").asText(),
                text.path("bidValidityDays").asInt(),
                text.path("projectLeader").path("name").asText(),
                new BidDocument.Security(
                        form,
                        Fen.ofYuan(security.path("amount").asText()),
                        security.path(form == BidDocument.Form.CASH ? "payerAccount" : "bondNo")
                                .asText("")));
        var name = bidder.path("name").asText();
        return new Material.Bidding(
                null,
                name,
                bidder.path("uscc").asText(),
                new BidFiles(
                        bid,
                        letter,
                        folder.resolve("technical-" + no + ".pdf"),
                        folder.resolve("bid-" + no + ".xlsx"),
                        List.of()));
    }

    private static long fen(JsonNode section, String field) {
        return Fen.ofYuan(section.path(field).asText()).value();
    }
}
