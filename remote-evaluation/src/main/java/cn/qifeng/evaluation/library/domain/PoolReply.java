package cn.qifeng.evaluation.library.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The signed pool of a library (专家代码名单): who could be drawn, by fresh codes, each bound to an identity.
 *
 * @param commits commitment to the identity by code, in the order of the codes; hex
 */
public record PoolReply(UUID request, Map<String, String> commits, Statement statement) {

    /** {@code type} of the doc. */
    public static final String TYPE = "expert-library-pool";

    private static final int EXPERTS_MAX = 10_000;
    private static final int COMMIT = 32;

    /** Reads a reply and demands that it answers the request; says nothing about the signature. */
    public static PoolReply of(Statement statement, PoolRequest asked) {
        var reply = read(statement);
        var echo = statement.doc().path("asked");
        if (!echo.equals(asked.toJson())) {
            throw LibraryRefusal.OTHER_REQUEST.with(
                    Facts.field("asked", echo, asked.toJson()).map());
        }
        return reply;
    }

    /** Reads a reply that was taken before. */
    public static PoolReply read(Statement statement) {
        var doc = Fields.of(statement.doc()).type(TYPE).exactly("type", "v", "library", "asked", "at", "experts");
        doc.moment("at");
        var request = doc.object("asked").uuid("request");
        var commits = new LinkedHashMap<String, String>();
        var last = "";
        for (var line : doc.array("experts", EXPERTS_MAX)) {
            var expert = Fields.of(line).exactly("code", "group", "region", "commit");
            var code = expert.text("code");
            if (!LibraryCode.is(code)) {
                throw LibraryRefusal.BAD_REPLY.with(
                        Facts.field("experts.code", code, "L- and 14 digits").map());
            }
            if (code.compareTo(last) <= 0) {
                throw LibraryRefusal.CODE_TWICE.with(
                        Facts.field("experts.code", code, "after " + last).map());
            }
            expert.hex("commit", COMMIT);
            commits.put(code, expert.text("commit"));
            last = code;
        }
        return new PoolReply(request, commits, statement);
    }

    /** Codes in canonical order. */
    public List<String> codes() {
        return List.copyOf(commits.keySet());
    }
}
