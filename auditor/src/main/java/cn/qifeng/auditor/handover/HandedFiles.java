package cn.qifeng.auditor.handover;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files against the lists of what sub-sites handed over (移交文件核对): whether each stands in a list by its SM3 and length,
 * and whether the main site received it or sent it back.
 */
public final class HandedFiles {

    private static final String HANDOVER = "evaluation/handover";

    private final List<Listed> lists;

    private HandedFiles(List<Listed> lists) {
        this.lists = List.copyOf(lists);
    }

    /**
     * An item of a signed list (移交清单事项).
     *
     * @param list number of the list among those of its booking, from 1
     * @param number of the item, from 1
     * @param accepted whether the main site received it, and otherwise {@code reason} says why not
     * @param last whether its list is the last one of its booking, which was received as a whole
     */
    public record Listed(
            String booking,
            String site,
            int list,
            int number,
            String matter,
            String sm3,
            long length,
            boolean accepted,
            String reason,
            boolean last) {}

    /** How a file stands (核对结论). */
    public enum State {
        /** In a list, and received (已接收). */
        RECEIVED,
        /** In a list, and sent back (曾退回). */
        SENT_BACK,
        /** In no list (不在清单中). */
        NOT_LISTED
    }

    /**
     * A file, with the item that it is.
     *
     * @param item {@code null} where it is in no list
     */
    public record Found(String file, String sm3, long length, State state, Listed item) {}

    /**
     * What came of it.
     *
     * @param missing items that were received, and for which there was no file
     */
    public record Result(List<Found> files, List<Listed> missing) {

        /** Whether every file stands in a list and was received. */
        public boolean whole() {
            return files.stream().allMatch(it -> it.state() == State.RECEIVED);
        }
    }

    /** Reads the lists of a package; {@link Broken} where an entry is not what it should be. */
    public static HandedFiles of(PackageFile opened) {
        var lists = new ArrayList<Listed>();
        for (String name : opened.under("chain/")) {
            var entry = opened.json(name).path("entry");
            if (entry.path("head").path("type").asText().equals(HANDOVER)) {
                add(lists, entry.path("body"));
            }
        }
        return new HandedFiles(lists);
    }

    private static void add(List<Listed> lists, JsonNode handover) {
        var steps = handover.path("steps");
        for (int list = 1; list <= steps.size(); list++) {
            var step = steps.path(list - 1);
            var rulings = step.path("receipt").path("doc").path("rulings");
            var items = step.path("statement").path("doc").path("items");
            for (int i = 0; i < items.size(); i++) {
                lists.add(listed(handover, list, list == steps.size(), items.path(i), rulings.path(i)));
            }
        }
    }

    private static Listed listed(JsonNode handover, int list, boolean last, JsonNode item, JsonNode ruling) {
        return new Listed(
                handover.path("booking").asText(),
                handover.path("site").asText(),
                list,
                item.path("number").asInt(),
                item.path("matter").asText(),
                item.path("sm3").asText(),
                item.path("length").asLong(),
                ruling.path("accepted").asBoolean(),
                ruling.path("reason").asText(),
                last);
    }

    /** Whether the package shows no list: nothing was handed over, or it is withheld from this cut. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** Looks for files, and for those below folders; throws where one cannot be read. */
    public Result look(List<Path> paths) throws IOException {
        var found = new ArrayList<Found>();
        var seen = new HashSet<String>();
        for (Path path : paths) {
            try (var files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    found.add(look(path, file, seen));
                }
            }
        }
        var missing = lists.stream()
                .filter(it -> it.last() && !seen.contains(it.sm3()))
                .toList();
        return new Result(found, missing);
    }

    private Found look(Path path, Path file, Set<String> seen) throws IOException {
        long length = Files.size(file);
        String sm3;
        try (var in = Files.newInputStream(file)) {
            sm3 = Hash.hex(in);
        }
        var item = lists.stream()
                .filter(it -> it.sm3().equals(sm3) && it.length() == length)
                .max(Comparator.comparing(Listed::accepted).thenComparing(Listed::list))
                .orElse(null);
        if (item != null) {
            seen.add(sm3);
        }
        var state = item == null ? State.NOT_LISTED : item.accepted() ? State.RECEIVED : State.SENT_BACK;
        var name = file.equals(path) ? file.getFileName() : path.relativize(file);
        return new Found(name.toString(), sm3, length, state, item);
    }
}
