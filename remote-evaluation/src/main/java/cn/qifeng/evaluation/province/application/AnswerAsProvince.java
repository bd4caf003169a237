package cn.qifeng.evaluation.province.application;

import cn.qifeng.evaluation.expert.application.FindAccounts;
import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.province.domain.ProvinceExpert;
import cn.qifeng.evaluation.province.domain.ProvinceRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.identity.Identities;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Replies of the sandbox library (沙箱专家库答复), signed under a key that it makes at its first use. It keeps nothing:
 * codes and salts follow from a secret of its own and the request, so that a repetition has the same answer.
 */
@ApplicationScoped
public class AnswerAsProvince {

    private static final int CODE_DIGITS = 14;
    private static final int LIST_MAX = 1000;

    private final ProvinceBook book;
    private final FindAccounts accounts;
    private final Identities identities;
    private final LegalClock clock;
    private final Subject library;
    private final byte[] secret;

    AnswerAsProvince(
            ProvinceBook book,
            FindAccounts accounts,
            Identities identities,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.library.name") Optional<String> name,
            @ConfigProperty(name = "qifeng.library.uscc") Optional<String> uscc,
            @ConfigProperty(name = "qifeng.service.secret") String secret) {
        this.book = book;
        this.accounts = accounts;
        this.identities = identities;
        this.clock = clock;
        this.library = new Subject(name.orElse(""), name.orElse(""), uscc.orElse(""));
        this.secret = Sm3.hmac(secret.getBytes(StandardCharsets.UTF_8), Bytes.ascii("sandbox library"));
    }

    /** Who could be drawn, by codes. */
    public ObjectNode pool(JsonNode asked) {
        var fields = Fields.of(asked);
        var request = fields.uuid("request");
        var specialties = texts(fields, "specialties");
        var regions = texts(fields, "regions");
        var known = accountsByNumber();
        var former = former(fields);
        var lines = new TreeMap<String, ObjectNode>();
        for (var expert : book.all()) {
            if (expert.fits(specialties, regions)
                    && known.containsKey(expert.number())
                    && !former.contains(expert.number())) {
                var code = code(request, expert);
                lines.put(code, line(request, code, expert, known.get(expert.number())));
            }
        }
        var doc = doc("expert-library-pool");
        doc.set("asked", asked);
        var experts = doc.putArray("experts");
        lines.values().forEach(experts::add);
        return signed(doc);
    }

    /** What the called expert answers: the willing accept at once, the others decline; nobody answers too late. */
    public ObjectNode call(JsonNode call) {
        var fields = Fields.of(call);
        var expert = expert(fields.uuid("request"), fields.text("code"));
        var answerBy = fields.moment("answerBy");
        boolean late = !clock.now().isBefore(answerBy);
        var answer = late ? "NO_ANSWER" : expert.willing() ? "ACCEPTED" : "DECLINED";
        return signed(doc("expert-library-answer")
                .put("request", fields.text("request"))
                .put("code", fields.text("code"))
                .put("answerBy", Moments.format(answerBy))
                .put("answer", answer)
                .put("reason", answer.equals("DECLINED") ? "另有工作安排" : ""));
    }

    /** Who stands behind a code. */
    public ObjectNode identity(JsonNode asked) {
        var fields = Fields.of(asked);
        var request = fields.uuid("request");
        var expert = expert(request, fields.text("code"));
        var doc = doc("expert-library-identity")
                .put("request", request.toString())
                .put("code", fields.text("code"))
                .put("salt", Hex.encode(salt(request, expert)));
        doc.set("identity", identity(expert, accountsByNumber().get(expert.number())));
        return signed(doc);
    }

    private ObjectNode line(UUID request, String code, ProvinceExpert expert, Account account) {
        var commit = Sm3.hex(
                Bytes.ascii("QL1 identity"), salt(request, expert), CanonicalJson.encode(identity(expert, account)));
        return CanonicalJson.object()
                .put("code", code)
                .put("group", expert.specialties().get(0).substring(0, 3))
                .put("region", expert.region().substring(0, 4))
                .put("commit", commit);
    }

    private static ObjectNode identity(ProvinceExpert expert, Account account) {
        var identity = CanonicalJson.object()
                .put("name", account.name())
                .put("certificate", account.certificate())
                .put("employer", expert.employer());
        expert.ties().forEach(identity.putArray("ties")::add);
        return identity;
    }

    private ObjectNode doc(String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("library", library.uscc())
                .put("at", Moments.format(now()));
    }

    private ObjectNode signed(ObjectNode doc) {
        return Statement.of(doc, identities.of("sandbox-library", library)).toJson();
    }

    private Instant now() {
        return clock.now();
    }

    private ProvinceExpert expert(UUID request, String code) {
        return book.all().stream()
                .filter(it -> code(request, it).equals(code))
                .findFirst()
                .orElseThrow(() -> ProvinceRefusal.UNKNOWN_CODE.with(
                        Facts.field("code", code, "a code of " + request).map()));
    }

    private HashSet<String> former(Fields asked) {
        var numbers = new HashSet<String>();
        for (JsonNode each : asked.array("former", LIST_MAX)) {
            var fields = Fields.of(each);
            numbers.add(expert(fields.uuid("request"), fields.text("code")).number());
        }
        return numbers;
    }

    private Map<String, Account> accountsByNumber() {
        var byNumber = new HashMap<String, Account>();
        accounts.all().forEach(it -> byNumber.put(it.number(), it.account()));
        return byNumber;
    }

    private String code(UUID request, ProvinceExpert expert) {
        return "L-"
                + Hex.encode(made("code", request, expert))
                        .substring(0, CODE_DIGITS)
                        .toUpperCase(Locale.ROOT);
    }

    private byte[] salt(UUID request, ProvinceExpert expert) {
        return made("salt", request, expert);
    }

    private byte[] made(String what, UUID request, ProvinceExpert expert) {
        return Sm3.hmac(secret, Bytes.ascii(what + "/" + request + "/" + expert.number()));
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.array(name, LIST_MAX).stream().map(JsonNode::asText).toList();
    }
}
