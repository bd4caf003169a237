package cn.qifeng.evaluation.blind.domain;

import cn.qifeng.evaluation.panel.domain.BlindSetting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** Checks a blind file and draws it anew (暗标检查器). The same bytes and rules always give the same. */
public interface FileCheck {

    /** The rules as the entry states them: the published template and the words to look for. */
    ObjectNode rules(BlindSetting setting, List<String> words);

    /**
     * What came of one file.
     *
     * @param form takes the canonical form, if one could be made, and gives its length
     * @param progress takes page and pages
     */
    BlindFile check(
            String bidId,
            InputStream content,
            ObjectNode rules,
            ToLongFunction<InputStream> form,
            BiConsumer<Integer, Integer> progress);

    /** What is said of a bid without such a file. */
    BlindFile missing(String bidId);
}
