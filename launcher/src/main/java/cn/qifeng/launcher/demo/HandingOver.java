package cn.qifeng.launcher.demo;

import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What sub-sites hand over behind the report (副场资料移交): scans of their papers in a signed list, of which the main site
 * sends one back and receives it with the second list.
 */
final class HandingOver {

    private static final String PATH = "/api/evaluation/handovers";
    private static final String RETURNED = "缺经办人签名，请补正";

    private final Tour tour;
    private final Path folder;

    /** A scan that a sub-site hands over. */
    private record Paper(String matter, int sheets, Path file) {}

    /** The files of each list stay in {@code folder} by booking, so that anybody can compare them with the package. */
    HandingOver(Tour tour, Path folder) {
        this.tour = tour;
        this.folder = folder;
    }

    /** Settles every booking of this evaluation that owes a handover. */
    void settle() throws IOException {
        var owed = tour.await(
                tour.actor("operator").api(), PATH, list -> !due(list).isEmpty());
        for (JsonNode handover : due(owed)) {
            settle(handover.path("booking").asText(), handover.path("site").asText());
        }
    }

    private List<JsonNode> due(JsonNode list) {
        var due = new ArrayList<JsonNode>();
        for (JsonNode handover : list) {
            boolean owed = handover.path("state").asText().equals("DUE");
            if (owed && handover.path("session").asText().equals(tour.session)) {
                due.add(handover);
            }
        }
        return due;
    }

    private void settle(String booking, String site) throws IOException {
        var first = Files.createDirectories(folder.resolve(booking).resolve("list-1"));
        var second = Files.createDirectories(folder.resolve(booking).resolve("list-2"));
        var cards = paper(first, "SIGN_IN", 2, "签到与席位单", "到场成员按席位编号签到，工作人员核对证件后放行。");
        var unsigned = paper(first, "DEVICE_LOCK", 1, "通讯设备封存登记", "通讯设备已入柜封存。经办人：");
        submit(booking, site, List.of(cards, unsigned));
        receive(booking, "", RETURNED);
        Files.copy(cards.file(), second.resolve(cards.file().getFileName()));
        var signed = paper(second, "DEVICE_LOCK", 1, "通讯设备封存登记", "通讯设备已入柜封存。经办人：俞望舒");
        submit(booking, site, List.of(cards, signed));
        var received = receive(booking, "", "");
        if (!received.path("state").asText().equals("RECEIVED")) {
            throw new DemoFailed("handover", "not received: " + received, null);
        }
    }

    private static Paper paper(Path folder, String matter, int sheets, String title, String line) throws IOException {
        var file = folder.resolve(title + ".pdf");
        TechnicalPdf.page(file, title, List.of(line));
        return new Paper(matter, sheets, file);
    }

    /** The sub-site's staff uploads what is not here yet, and signs the list over its booking alone. */
    private void submit(String booking, String site, List<Paper> papers) throws IOException {
        var staff = tour.actor(Seats.staff(site));
        var path = PATH + "/" + booking;
        var items = CanonicalJson.object().putArray("items");
        for (Paper paper : papers) {
            var bytes = Files.readAllBytes(paper.file());
            var announced = CanonicalJson.object()
                    .put("sm3", Sm3.hex(bytes))
                    .put("name", paper.file().getFileName().toString())
                    .put("length", bytes.length);
            var here = staff.api().post(path + "/files", announced);
            if (here.path("received").asLong() == 0) {
                var parts = path + "/files/" + Sm3.hex(bytes) + "/parts?offset=0";
                staff.api().put(parts, "application/octet-stream", bytes);
            }
            items.add(item(items.size() + 1, paper, bytes));
        }
        var list = Tour.doc(staff.api().get(path + "/to-sign"));
        list.set("items", items);
        staff.api().post(path + "/submissions", staff.sign(list));
    }

    private static ObjectNode item(int number, Paper paper, byte[] bytes) {
        return CanonicalJson.object()
                .put("number", number)
                .put("kind", "PAPER")
                .put("matter", paper.matter())
                .put("sheets", paper.sheets())
                .put("sm3", Sm3.hex(bytes))
                .put("length", bytes.length)
                .put("delivery", "UPLOADED");
    }

    /** The main site answers item by item: an empty reason receives, any other sends back. */
    private JsonNode receive(String booking, String... reasons) {
        var operator = tour.actor("operator");
        var path = PATH + "/" + booking + "/receipt";
        var receipt = Tour.doc(operator.api().get(path + "/to-sign"));
        var rulings = receipt.putArray("rulings");
        for (String reason : reasons) {
            rulings.addObject()
                    .put("number", rulings.size())
                    .put("accepted", reason.isEmpty())
                    .put("reason", reason);
        }
        return operator.api().post(path, operator.signInTender(tour.tender, receipt));
    }
}
