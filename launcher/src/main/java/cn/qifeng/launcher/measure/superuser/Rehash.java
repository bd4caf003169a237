package cn.qifeng.launcher.measure.superuser;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.launcher.measure.StaffLogin;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The audit administrator, who has everything that is stored hashed again. */
final class Rehash {

    private static final String PATH = "/api/core/log/checks";
    private static final int TRIES_MAX = 400;

    private final Api visitor;
    private Api auditor;

    Rehash(Api visitor) {
        this.visitor = visitor;
    }

    /** What one more re-hash tells: kind and place of each difference, that some are only counted, or that it broke off. */
    List<String> told() throws InterruptedException {
        var id = call(it -> it.post(PATH, CanonicalJson.object())).path("id").asText();
        for (int i = 0; i < TRIES_MAX; i++) {
            for (JsonNode check : call(it -> it.get(PATH))) {
                if (check.path("id").asText().equals(id)
                        && !check.path("state").asText().equals("RUNNING")) {
                    return differences(check);
                }
            }
            Thread.sleep(100);
        }
        return List.of("BROKEN_OFF the re-hash did not end");
    }

    private static List<String> differences(JsonNode check) {
        var told = new ArrayList<String>();
        check.path("first")
                .forEach(one -> told.add(
                        one.path("kind").asText() + " " + one.path("place").asText()));
        int counted = check.path("differences").asInt();
        if (told.isEmpty() && counted > 0) {
            told.add("UNNAMED " + counted + " differences");
        }
        return told;
    }

    private JsonNode call(Function<Api, JsonNode> call) {
        try {
            auditor = auditor == null ? StaffLogin.of("audit-admin", visitor) : auditor;
            return call.apply(auditor);
        } catch (ApiFailed failed) {
            if (!failed.loggedOut()) {
                throw failed;
            }
            auditor = StaffLogin.of("audit-admin", visitor);
            return call.apply(auditor);
        }
    }
}
