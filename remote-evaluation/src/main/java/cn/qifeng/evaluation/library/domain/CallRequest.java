package cn.qifeng.evaluation.library.domain;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The call of one drawn expert, which the library makes by its own means (专家呼叫请求) without naming a project.
 *
 * @param request request whose pool the code is of
 * @param answerBy until when an answer counts
 * @param startsAt when the evaluation begins; empty: as soon as the panel is there
 * @param place where; it names no project
 */
public record CallRequest(UUID request, String code, Instant answerBy, Optional<Instant> startsAt, String place) {

    public CallRequest {
        answerBy = answerBy.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The call as it is sent. */
    public ObjectNode toJson() {
        return CanonicalJson.object()
                .put("request", request.toString())
                .put("code", code)
                .put("answerBy", Moments.format(answerBy))
                .put("startsAt", startsAt.map(Moments::format).orElse(null))
                .put("place", place);
    }
}
