package cn.qifeng.launcher.measure.hall;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Pictures that came on each line so far, as pages and recorders count them, with the clock of whoever counts. */
final class Pictures {

    private final Map<String, Count> counts = new HashMap<>();

    /** So many pictures at a moment, in milliseconds. */
    private record Count(long pictures, double at) {}

    /** What a page says of its lines. */
    synchronized void page(JsonNode said) {
        double at = said.path("at").asDouble();
        said.path("lines")
                .properties()
                .forEach(it -> count(it.getKey(), it.getValue().asLong(), at));
    }

    /** What a recorder of direct lines says of its tracks. */
    synchronized void recorder(JsonNode tracks) {
        for (JsonNode track : tracks) {
            var name = "recorder " + track.path("track").asText();
            count(name, track.path("pictures").asLong(), System.nanoTime() / 1e6);
        }
    }

    private void count(String line, long pictures, double at) {
        counts.put(line, new Count(pictures, at));
    }

    /** How many lines there are on which pictures came. */
    synchronized long lines() {
        return counts.values().stream().filter(it -> it.pictures > 0).count();
    }

    synchronized void forget() {
        counts.clear();
    }

    /** A copy of what is counted now. */
    synchronized Pictures now() {
        var copy = new Pictures();
        copy.counts.putAll(counts);
        return copy;
    }

    /** Pictures that came since a former look, for each that was due at so many a second: on all lines, and on the worst. */
    Seen since(Pictures former, int fps) {
        double came = 0;
        double due = 0;
        double fewest = Double.MAX_VALUE;
        for (Map.Entry<String, Count> entry : counts.entrySet()) {
            var before = former.counts.get(entry.getKey());
            if (before != null) {
                double dueHere = (entry.getValue().at - before.at) / 1000 * fps;
                long cameHere = entry.getValue().pictures - before.pictures;
                came += cameHere;
                due += dueHere;
                fewest = Math.min(fewest, cameHere / dueHere);
            }
        }
        return new Seen(came / due, fewest);
    }

    /** Shares of what was due. */
    record Seen(double all, double fewest) {}
}
