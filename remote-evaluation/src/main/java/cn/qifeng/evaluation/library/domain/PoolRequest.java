package cn.qifeng.evaluation.library.domain;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a library is asked for (专家名单请求); it tells neither project nor tender.
 *
 * @param request id of the request, made here, so that a repetition is harmless
 * @param library unified social credit code of the library
 * @param specialties codes of specialties, a group stands for all below it; empty for any
 * @param regions beginnings of region codes; empty for any
 * @param needed how many seats are empty, at least 1
 * @param startsAt when the evaluation begins; empty: as soon as the panel is there
 * @param excluded unified social credit codes of bidders, procuring entity and agency: who works for them is left out
 * @param former who was drawn before for the same panel, and is left out
 */
public record PoolRequest(
        UUID request,
        String library,
        List<String> specialties,
        List<String> regions,
        int needed,
        Optional<Instant> startsAt,
        List<String> excluded,
        List<Former> former) {

    public PoolRequest {
        specialties = specialties.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
        excluded = excluded.stream().distinct().sorted().toList();
        former = List.copyOf(former);
    }

    /** Somebody drawn before, by the code of that pool. */
    public record Former(UUID request, String code) {}

    /** The request as it is sent, and as the library repeats it in its reply. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object()
                .put("request", request.toString())
                .put("library", library)
                .put("needed", needed)
                .put("startsAt", startsAt.map(Moments::format).orElse(null));
        specialties.forEach(json.putArray("specialties")::add);
        regions.forEach(json.putArray("regions")::add);
        excluded.forEach(json.putArray("excluded")::add);
        var before = json.putArray("former");
        former.forEach(
                it -> before.addObject().put("request", it.request().toString()).put("code", it.code()));
        return json;
    }
}
