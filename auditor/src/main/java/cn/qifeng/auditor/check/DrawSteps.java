package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Looks at the pool of experts: each draw has one, and the scope is widened in its order, only when too few are left. */
final class DrawSteps {

    private static final List<String> ORDER = List.of("ASKED", "SPECIALTY_GROUP", "REGION", "PROVINCE");
    private static final int CITY_DIGITS = 4;
    private static final int PROVINCE_DIGITS = 2;

    private final Dossier dossier;
    private final List<Dossier.Entry> looks;

    DrawSteps(Dossier dossier) {
        this.dossier = dossier;
        this.looks = dossier.entries("evaluation/draw-step");
    }

    /** Demands a look for each draw, and a lawful way from look to look. */
    void check() {
        for (Dossier.Entry draw : draws()) {
            var look = looks.stream()
                    .filter(it -> it.n() < draw.n()
                            && it.body()
                                    .path("draw")
                                    .equals(RepeatedDraws.asked(
                                            dossier, draw.body().path("drawId"))))
                    .findFirst()
                    .orElseThrow(() -> new Broken(draw.object(), "a draw of experts without its step"));
            Broken.unless(
                    look.body().path("eligible").asInt(-1)
                            == draw.body().path("pool").size(),
                    look.object() + "#eligible",
                    "not the pool that was looked at");
        }
        int former = 0;
        for (Dossier.Entry look : looks) {
            former = way(look, former);
        }
    }

    private int way(Dossier.Entry look, int former) {
        var body = look.body();
        int at = ORDER.indexOf(body.path("step").asText());
        Broken.unless(
                at >= former && (look != looks.get(0) || at == 0),
                look.object() + "#step",
                "not widened in the declared order");
        Broken.unless(
                !body.path("draw").isNull()
                        || body.path("eligible").asInt(-1) < body.path("needed").asInt(-1),
                look.object() + "#draw",
                "not drawn though enough were left");
        Broken.unless(
                !body.path("reason").asText().isBlank(),
                look.object() + "#reason",
                "no reason for a draw behind the opening");
        var asked = looks.get(0).body();
        var specialties = at == 0
                ? each(asked.path("specialties"), code -> code)
                : each(asked.path("specialties"), DrawSteps::group);
        int digits = at < 2 ? Integer.MAX_VALUE : at == 2 ? CITY_DIGITS : PROVINCE_DIGITS;
        var regions = each(asked.path("regions"), region -> region.substring(0, Math.min(digits, region.length())));
        Broken.unless(
                each(body.path("specialties"), code -> code).equals(specialties)
                        && each(body.path("regions"), code -> code).equals(regions),
                look.object(),
                "not the scope of the step");
        return at;
    }

    private static String group(String code) {
        return code.substring(0, Math.min(code.length(), code.length() <= 3 ? 1 : code.length() - 2));
    }

    private static List<String> each(JsonNode codes, UnaryOperator<String> change) {
        var changed = new TreeSet<String>();
        codes.forEach(code -> changed.add(change.apply(code.asText())));
        return List.copyOf(changed);
    }

    private List<Dossier.Entry> draws() {
        return dossier.entries("draw/opened").stream()
                .filter(draw -> draw.body().path("purpose").asText().equals("EXPERTS"))
                .toList();
    }

    /** Codes in the order of the draws whose results stand before an entry. */
    List<String> drawnBefore(int n) {
        var order = new ArrayList<String>();
        for (Dossier.Entry draw : draws()) {
            dossier.entries("draw/result").stream()
                    .filter(result -> result.n() < n
                            && result.body().path("drawId").equals(draw.body().path("drawId")))
                    .forEach(result -> result.body().path("values").forEach(value -> order.add(value.asText())));
        }
        return order;
    }

    /** The last look before an entry; missing when there is none. */
    JsonNode rulesBefore(int n) {
        return looks.stream()
                .filter(look -> look.n() < n)
                .reduce((earlier, later) -> later)
                .map(Dossier.Entry::body)
                .orElse(MissingNode.getInstance());
    }

    /** The widest limit that any look declared; 0: none. */
    int limit(String name) {
        int widest = 0;
        for (Dossier.Entry look : looks) {
            int declared = look.body().path(name).asInt();
            if (declared <= 0) {
                return 0;
            }
            widest = Math.max(widest, declared);
        }
        return widest;
    }
}
