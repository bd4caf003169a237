package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The receive-only connection with one participant's browser (录制端连接). The browser offers, this side answers; an offer
 * of another connection of the browser gets a new connection here. All calls come on the room's thread, and what the
 * native library tells is handed over to it.
 */
final class Peer implements PeerConnectionObserver {

    private final PeerConnectionFactory factory;
    private final RTCConfiguration configuration;
    private final Executor room;
    private final Consumer<ObjectNode> back;
    private final Function<String, Lane> lanes;
    private final Map<String, String> kinds = new HashMap<>();
    private final List<RTCIceCandidate> early = new ArrayList<>();
    private final Map<String, Tie> attached = new HashMap<>();
    private final List<ObjectNode> own = new ArrayList<>();
    private volatile RTCPeerConnection connection;
    private String origin = "";
    private boolean described;
    private boolean answered;

    /** A track and the lane that it goes to. */
    private record Tie(Lane lane, Runnable undo) {}

    /** {@code lanes} gives the lane of a kind of track; {@code back} carries signals to the browser. */
    Peer(
            PeerConnectionFactory factory,
            RTCConfiguration configuration,
            Executor room,
            Consumer<ObjectNode> back,
            Function<String, Lane> lanes) {
        this.factory = factory;
        this.configuration = configuration;
        this.room = room;
        this.back = back;
        this.lanes = lanes;
    }

    /** Takes an offer or a candidate; returns the kinds of tracks that the browser now sends. */
    void signal(JsonNode signal) {
        switch (signal.path("kind").asText()) {
            case "offer" -> offer(signal);
            case "candidate" -> candidate(signal);
            default -> Log.say("a signal of an unknown kind: " + signal.path("kind"));
        }
    }

    /** Whether the last offer named a track of this kind. */
    boolean sends(String kind) {
        return kinds.containsValue(kind);
    }

    private void offer(JsonNode signal) {
        var sdp = signal.path("sdp").asText();
        var from = Sdp.origin(sdp);
        if (connection == null || !from.equals(origin)) {
            close();
            connection = factory.createPeerConnection(configuration, this);
            origin = from;
        }
        kinds.clear();
        var sent = sentIn(sdp);
        signal.path("tracks").fields().forEachRemaining(it -> {
            if (sent.contains(it.getKey())) {
                kinds.put(it.getKey(), it.getValue().asText());
            }
        });
        var asked = connection;
        asked.setRemoteDescription(new RTCSessionDescription(RTCSdpType.OFFER, sdp), described(() -> answer(asked)));
    }

    /** Media sections in which the browser sends something (RFC 8829 5.2.1). */
    private static Set<String> sentIn(String sdp) {
        var sent = new HashSet<String>();
        for (String section : sdp.split("(?m)^m=")) {
            boolean sends = section.lines().noneMatch(it -> it.equals("a=inactive") || it.equals("a=recvonly"));
            section.lines()
                    .filter(it -> sends && it.startsWith("a=mid:"))
                    .forEach(it -> sent.add(it.substring("a=mid:".length())));
        }
        return sent;
    }

    private void answer(RTCPeerConnection asked) {
        if (asked != connection) {
            return;
        }
        described = true;
        early.forEach(connection::addIceCandidate);
        early.clear();
        for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
            attach(transceiver);
        }
        connection.createAnswer(new RTCAnswerOptions(), new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription answer) {
                room.execute(() -> settle(asked, answer));
            }

            @Override
            public void onFailure(String error) {
                Log.say("no answer: " + error);
            }
        });
    }

    private void settle(RTCPeerConnection asked, RTCSessionDescription answer) {
        if (asked == connection) {
            connection.setLocalDescription(answer, described(() -> answered(asked, answer)));
        }
    }

    /** The answer goes first, and then the candidates that were found meanwhile. */
    private void answered(RTCPeerConnection asked, RTCSessionDescription answer) {
        if (asked == connection) {
            back.accept(Line.of("kind", "answer").put("sdp", answer.sdp));
            answered = true;
            own.forEach(back);
            own.clear();
        }
    }

    private SetSessionDescriptionObserver described(Runnable next) {
        return new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                room.execute(next);
            }

            @Override
            public void onFailure(String error) {
                Log.say("a description was not taken: " + error);
            }
        };
    }

    private void candidate(JsonNode signal) {
        var candidate = new RTCIceCandidate(
                signal.path("sdpMid").asText(),
                signal.path("sdpMLineIndex").asInt(),
                signal.path("candidate").asText());
        if (described) {
            connection.addIceCandidate(candidate);
        } else {
            early.add(candidate);
        }
    }

    /** Ties a track to the lane of its kind; strong references keep both alive. */
    private void attach(RTCRtpTransceiver transceiver) {
        var kind = kinds.get(transceiver.getMid());
        var track = transceiver.getReceiver().getTrack();
        if (track == null) {
            return;
        }
        var tie = attached.get(track.getId());
        var lane = kind == null ? null : lanes.apply(kind);
        if (tie != null && tie.lane() != lane) {
            tie.undo().run();
            attached.remove(track.getId());
        }
        if (lane != null && (tie == null || tie.lane() != lane)) {
            attached.put(track.getId(), new Tie(lane, tied(track, lane)));
        }
    }

    private static Runnable tied(MediaStreamTrack track, Lane lane) {
        if (track instanceof VideoTrack video) {
            var canvas = lane.canvas();
            video.addSink(canvas);
            return () -> video.removeSink(canvas);
        }
        var sound = lane.sound();
        if (track instanceof AudioTrack audio && sound != null) {
            audio.addSink(sound);
            return () -> audio.removeSink(sound);
        }
        return () -> {};
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        var found = Line.of("kind", "candidate")
                .put("candidate", candidate.sdp)
                .put("sdpMid", candidate.sdpMid)
                .put("sdpMLineIndex", candidate.sdpMLineIndex);
        var of = connection;
        room.execute(() -> {
            if (of == connection && answered) {
                back.accept(found);
            } else if (of == connection) {
                own.add(found);
            }
        });
    }

    /** Ends the connection; its lanes go on until somebody stops them. */
    void close() {
        if (connection != null) {
            attached.values().forEach(it -> it.undo().run());
            attached.clear();
            connection.close();
            connection = null;
        }
        described = false;
        answered = false;
        early.clear();
        own.clear();
    }
}
