package cn.qifeng.evaluation.hall.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Rules of signals between browsers (信令规则): what they look like, how large they are, and who may send which. */
public final class HallSignal {

    /** Longest description of a session, in characters. */
    public static final int SDP_MAX = 48_000;

    private static final int CANDIDATE_MAX = 1_000;
    private static final int TRACKS_MAX = 8;
    private static final String SCREEN = "screen";
    private static final Set<String> TRACKS = Set.of("camera", "microphone", SCREEN);

    private HallSignal() {}

    /**
     * Refuses a signal that is none, and what a watcher would send of itself.
     *
     * @param leads whether the sender leads the panel, and may show its screen
     */
    public static void check(Participant from, JsonNode signal, boolean leads) {
        var kind = signal.path("kind").asText();
        switch (kind) {
            case "offer" -> {
                require(!from.watches(), "signal.kind", kind, "answer or candidate of a watcher");
                checkSdp(signal);
                checkTracks(signal.path("tracks"), leads);
            }
            case "answer" -> {
                checkSdp(signal);
                var sdp = signal.path("sdp").asText();
                boolean sends = sdp.contains("a=sendrecv") || sdp.contains("a=sendonly");
                require(!from.watches() || !sends, "signal.sdp", "sends", "receives only");
            }
            case "wanted" -> {
                // carries nothing: the sender wants a line of the one it goes to
            }
            case "candidate" -> {
                int length = signal.path("candidate").asText().length();
                require(length <= CANDIDATE_MAX, "signal.candidate", length, "at most " + CANDIDATE_MAX);
            }
            default -> throw HallRefusal.BAD_SIGNAL.at("signal.kind", kind, "offer, answer, candidate or wanted");
        }
    }

    /** Whether an offer brings a screen. */
    public static boolean showsScreen(JsonNode signal) {
        for (JsonNode track : signal.path("tracks")) {
            if (track.asText().equals(SCREEN)) {
                return true;
            }
        }
        return false;
    }

    private static void checkSdp(JsonNode signal) {
        int length = signal.path("sdp").asText().length();
        require(length > 0 && length <= SDP_MAX, "signal.sdp", length, "1 to " + SDP_MAX);
    }

    private static void checkTracks(JsonNode tracks, boolean leads) {
        require(tracks.size() <= TRACKS_MAX, "signal.tracks", tracks.size(), "at most " + TRACKS_MAX);
        for (JsonNode track : tracks) {
            require(TRACKS.contains(track.asText()), "signal.tracks", track.asText(), TRACKS);
            require(leads || !track.asText().equals(SCREEN), "signal.tracks", SCREEN, "of the leader");
        }
    }

    private static void require(boolean holds, String field, Object seen, Object expected) {
        if (!holds) {
            throw HallRefusal.BAD_SIGNAL.at(field, seen, expected);
        }
    }
}
