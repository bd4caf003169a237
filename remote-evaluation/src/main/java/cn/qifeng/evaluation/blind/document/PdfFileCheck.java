package cn.qifeng.evaluation.blind.document;

import cn.qifeng.blind.BlindProcess;
import cn.qifeng.blind.BlindRules;
import cn.qifeng.blind.Checked;
import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindMark;
import cn.qifeng.evaluation.blind.domain.FileCheck;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** The check by the module {@code blind}, in a process of its own; both files are gone from the disk afterwards. */
@ApplicationScoped
class PdfFileCheck implements FileCheck {

    @Override
    public ObjectNode rules(BlindSetting setting, List<String> words) {
        return BlindRules.of(setting.template(), words).toJson();
    }

    @Override
    public BlindFile check(
            String bidId,
            InputStream content,
            ObjectNode rules,
            ToLongFunction<InputStream> form,
            BiConsumer<Integer, Integer> progress) {
        try {
            var folder = Files.createTempDirectory("blind-file");
            var file = folder.resolve("file");
            var drawn = folder.resolve("form");
            try {
                Files.copy(content, file);
                var checked = BlindProcess.check(file, BlindRules.from(rules), drawn, progress);
                return of(bidId, checked, store(checked, drawn, form));
            } finally {
                for (Path left : List.of(file, drawn, folder)) {
                    Files.deleteIfExists(left);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BlindFile missing(String bidId) {
        var none = Sm3.hex(CanonicalJson.encode(CanonicalJson.object().putArray("marks")));
        return new BlindFile(bidId, Optional.empty(), 0, Optional.empty(), 0, List.of(), 0, none);
    }

    private static long store(Checked checked, Path drawn, ToLongFunction<InputStream> form) throws IOException {
        if (checked.canonical().isEmpty()) {
            return 0;
        }
        try (var stream = Files.newInputStream(drawn)) {
            return form.applyAsLong(stream);
        }
    }

    private static BlindFile of(String bidId, Checked checked, long bytes) {
        var marks = checked.marks().stream()
                .map(it -> new BlindMark(it.kind().name(), it.page(), it.place(), it.seen(), it.expected()))
                .toList();
        return new BlindFile(
                bidId,
                Optional.of(checked.file()),
                checked.pages(),
                checked.canonical(),
                bytes,
                marks,
                checked.more(),
                checked.marksSm3());
    }
}
