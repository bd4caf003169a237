package cn.qifeng.launcher.measure.seat;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The members of a panel as a drill finds them: their lines, what they wrote, and what the platform shows them. */
public final class Members {

    private Members() {}

    /** Where a session is served, for what stands below it. */
    public static String at(String session, String below) {
        return "/api/evaluation/sessions/" + session + below;
    }

    /** Lines of all who sit in a session, by account. */
    public static Map<String, SeatLine> seated(URI platform, String session) {
        var lines = new LinkedHashMap<String, SeatLine>();
        SeatLine.people(platform).forEach((account, person) -> {
            boolean expert = person.path("roles").toString().contains("\"expert\"")
                    && person.path("keyFile").asBoolean();
            var line = expert ? SeatLine.of(platform, person) : null;
            if (line != null && sits(line.get(at(session, "")))) {
                lines.put(account, line);
            }
        });
        return lines;
    }

    private static boolean sits(SeatLine.Answer view) {
        return view.good() && view.body().at("/me/state").asText().equals("SEATED");
    }

    /** What each member wrote as its sheet, by account, from the lines of journals. */
    public static Map<String, JsonNode> sheets(Stream<Journal.Line> written) {
        var sheets = new LinkedHashMap<String, JsonNode>();
        written.filter(it -> it.act().equals("sheet"))
                .forEach(it ->
                        sheets.put(it.account(), CanonicalJson.read(it.text().getBytes(StandardCharsets.UTF_8))));
        return sheets;
    }

    /** What each member sees of a session, by account. */
    public static Map<String, JsonNode> views(Map<String, SeatLine> lines, String session) {
        var views = new LinkedHashMap<String, JsonNode>();
        lines.forEach(
                (account, line) -> views.put(account, line.get(at(session, "")).body()));
        return views;
    }
}
