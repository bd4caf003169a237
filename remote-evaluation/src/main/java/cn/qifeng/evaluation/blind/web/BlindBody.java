package cn.qifeng.evaluation.blind.web;

import cn.qifeng.evaluation.blind.application.ShowBlindFiles.Shown;
import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindMark;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.blind.domain.BlindState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a check is and, once they may be shown, how many marks of each kind every file has. */
record BlindBody(
        String lotName,
        String stage,
        String state,
        int bidsDone,
        int bidsTotal,
        int page,
        int pages,
        String breach,
        JsonNode template,
        List<Bid> bids) {

    static BlindBody of(Shown shown) {
        var order = shown.session().order();
        var run = shown.run()
                .orElseGet(() ->
                        BlindRun.of(shown.session().id(), order.evaluated().size()));
        return new BlindBody(
                order.name(),
                shown.session().stage().name(),
                run.state().name(),
                run.bidsDone(),
                run.bidsTotal(),
                run.page(),
                run.pages(),
                shown.setting().breach().name(),
                shown.setting().template(),
                run.state() == BlindState.DONE
                        ? shown.files().values().stream().map(Bid::of).toList()
                        : List.of());
    }

    /** One checked file. */
    record Bid(String bidId, String file, int pages, String canonical, long bytes, int more, Map<String, Long> kinds) {

        static Bid of(BlindFile file) {
            return new Bid(
                    file.bidId(),
                    file.file().orElse(null),
                    file.pages(),
                    file.canonical().orElse(null),
                    file.bytes(),
                    file.more(),
                    file.marks().stream()
                            .collect(Collectors.groupingBy(BlindMark::kind, TreeMap::new, Collectors.counting())));
        }
    }
}
