package cn.qifeng.launcher.demo;

import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A made-up road, its bill of 520 lines, and bids around 93 per cent of the ceiling. */
final class OwnMaterial {

    private static final String PROJECT = "栖霞区雁回路（长汀路—望澜街）道路改造工程";
    private static final int LINES = 520;
    private static final String[] LEADERS = {"卫青松", "纪南星", "陶然亭", "骆云帆", "简知行", "柏舟一", "余江月"};

    private OwnMaterial() {}

    /** Material for {@code bids} bids whose technical part has {@code megabytes} each. */
    static Material make(Path folder, int bids, int megabytes, Tour tour) throws IOException {
        var bill = new Bill(PROJECT, LINES, 20261122);
        var empty = folder.resolve("bill.xlsx");
        bill.write(empty, null);
        var ceiling =
                bill.total(BigDecimal.ONE).sum().setScale(-4, RoundingMode.UP).setScale(2);
        var biddings = new ArrayList<Material.Bidding>();
        var accounts = tour.accounts("bidder");
        for (int i = 0; i < bids; i++) {
            var person = i < accounts.size() ? tour.person(accounts.get(i)) : null;
            var name = person == null
                    ? "云浦示范第" + (i + 1) + "工程有限公司"
                    : person.path("party").asText();
            var uscc = person == null
                    ? Codes.uscc("330703", 900 + i)
                    : person.path("uscc").asText();
            biddings.add(new Material.Bidding(
                    person == null ? null : accounts.get(i), name, uscc, files(folder, bill, i, megabytes, name)));
        }
        long estimate = fen(ceiling) / 100 * 101;
        return new Material(
                PROJECT,
                PROJECT + "施工",
                estimate,
                fen(ceiling),
                Math.min(60_000_000, estimate / 50 / 100 * 100),
                360,
                null,
                Map.of(),
                empty,
                biddings);
    }

    /** Yuan with two decimals as fen. */
    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    private static BidFiles files(Path folder, Bill bill, int i, int megabytes, String bidder) throws IOException {
        var factor = new BigDecimal("0.9000").add(new BigDecimal(17 * (i + 1) % 71).movePointLeft(3));
        var price = new Fen(fen(bill.total(factor).sum()));
        var leader = LEADERS[i % LEADERS.length];
        var own = Files.createDirectories(folder.resolve("bid-%02d".formatted(i + 1)));
        var letter = own.resolve("letter.json");
        var technical = own.resolve("technical.pdf");
        var priced = own.resolve("bill.xlsx");
        var bid = new BidDocument(
                price,
                ChineseCapitals.of(price),
                340 + i % 20,
                "合格",
                90,
                leader,
                new BidDocument.Security(BidDocument.Form.BOND, new Fen(60_000_000), ""));
        JsonNode doc = CanonicalJson.object()
                .put("bidder", bidder)
                .put("price", price.toString())
                .put("projectLeader", leader);
        Files.write(letter, CanonicalJson.encode(doc));
        var index = TechnicalPdf.write(technical, TechnicalPlan.of(PROJECT, i), (long) megabytes << 20, i);
        bill.write(priced, factor);
        return new BidFiles(bid, letter, technical, priced, List.of(), index);
    }
}
