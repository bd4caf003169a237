package cn.qifeng.launcher.measure.seat;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** One member at its seat: writes drafts into a journal and sends them, commits to a sheet, and reveals it. */
public final class SeatClient {

    private static final int DRAFT_BYTES = 48;
    private static final int LOWEST = 78;
    private static final int SPREAD = 14;
    private static final String OVERTAKEN = "scoring/draft-overtaken";

    private final String account;
    private final SeatLine line;
    private final String tender;
    private final String session;
    private final Journal journal;
    private volatile String refused = "";
    private final SecureRandom random = new SecureRandom();
    private long n;
    private String draft;
    private boolean acknowledged = true;
    private ObjectNode statement;
    private ObjectNode sheet;
    private byte[] nonce;
    private int version;
    private UUID once = UUID.randomUUID();

    /** A member of a session; what it writes goes into a journal first. */
    public SeatClient(String account, SeatLine line, String tender, String session, Journal journal) {
        this.account = account;
        this.line = line;
        this.tender = tender;
        this.session = session;
        this.journal = journal;
    }

    /** One more draft, into the journal before anywhere else. */
    public synchronized void write() {
        var bytes = new byte[DRAFT_BYTES];
        random.nextBytes(bytes);
        n++;
        draft = Base64.getEncoder().encodeToString(bytes);
        acknowledged = false;
        journal.add(account, "draft", n, draft);
    }

    /** Sends the newest draft unless it is acknowledged; whether it is now. One that is newer elsewhere is taken over. */
    public boolean send() {
        var body = unsent();
        if (body == null) {
            return true;
        }
        var answer = line.put(at("/sheets/draft"), body);
        if (answer.refusedBy(OVERTAKEN)) {
            return adopt();
        }
        return answer.good() && acknowledge(body.path("n").asLong());
    }

    private synchronized ObjectNode unsent() {
        return acknowledged ? null : CanonicalJson.object().put("n", n).put("sealed", draft);
    }

    /** Whether nothing newer was written meanwhile. */
    private synchronized boolean acknowledge(long sent) {
        acknowledged = sent == n;
        return acknowledged;
    }

    private boolean adopt() {
        var kept = line.get(at("/sheets/draft"));
        return kept.good() && adopt(kept.body());
    }

    private synchronized boolean adopt(JsonNode kept) {
        long newest = kept.path("n").asLong();
        var sealed = kept.path("sealed").asText();
        if (newest < n) {
            return false;
        }
        journal.add(account, sealed.equals(draft) ? "acknowledged" : "overtaken", newest, sealed);
        n = newest;
        draft = sealed;
        acknowledged = true;
        return true;
    }

    /** Commits; whether the platform has it. The same statement is sent again until it is answered. */
    public boolean commit() {
        if (statement == null && !prepare()) {
            return false;
        }
        return done(line.post(at("/sheets/commits"), statement, once)) || beyond("SCORING");
    }

    private boolean prepare() {
        var view = line.get(at(""));
        var toSign = line.get(at("/sheets/to-sign"));
        if (!view.good() || !toSign.good()) {
            return false;
        }
        nonce = new byte[Commitments.NONCE];
        random.nextBytes(nonce);
        sheet = sheet(view.body());
        var asked = toSign.body();
        var doc = (ObjectNode) (asked.path("doc").isObject() ? asked.path("doc") : asked);
        version = doc.path("version").asInt(1);
        var commit = Commitments.sheet(
                UUID.fromString(session), Hex.decode(line.key().certificateId()), version, nonce, sheet);
        var note = CanonicalJson.object().put("nonce", Hex.encode(nonce));
        note.set("sheet", sheet);
        var sealed = new NoteSealer(new Sm4Gcm(), random)
                .seal(
                        KeySet.from(view.body().path("keySet")),
                        Commitments.noteContext(commit),
                        CanonicalJson.encode(note));
        doc.put("commit", Hex.encode(commit)).set("note", sealed.toDoc());
        statement = line.signed(tender, doc);
        journal.add(account, "sheet", version, sheet.toString());
        return true;
    }

    private ObjectNode sheet(JsonNode view) {
        var points = new Random(account.hashCode());
        var made = CanonicalJson.object().put("reason", "");
        var bids = made.putArray("bids");
        for (JsonNode bid : view.path("bids")) {
            var one = bids.addObject().put("label", bid.path("label").asText());
            var items = one.putArray("items");
            for (JsonNode item : view.path("criteria")) {
                var share = new BigDecimal("0." + (LOWEST + points.nextInt(SPREAD)));
                var score = new BigDecimal(item.path("max").asText()).multiply(share);
                items.addObject()
                        .put("item", item.path("item").asText())
                        .put("score", score.setScale(2, RoundingMode.HALF_UP).toPlainString())
                        .put("reason", "");
            }
        }
        return made;
    }

    /** Reveals the sheet; whether the platform has it. */
    public boolean reveal() {
        if (statement != null) {
            once = UUID.randomUUID();
            statement = null;
        }
        var doc = CanonicalJson.object()
                .put("type", "sheet-reveal")
                .put("v", 1)
                .put("tender", tender)
                .put("session", session)
                .put("version", version)
                .put("nonce", Hex.encode(nonce));
        doc.set("sheet", sheet);
        return done(line.post(at("/sheets/reveals"), line.signed(tender, doc), once)) || beyond("REVEALING");
    }

    /** Whether it was done; what it was refused with is kept. */
    private boolean done(SeatLine.Answer answer) {
        refused = answer.good() ? "" : answer.status() + " " + answer.body();
        return answer.good();
    }

    /** What the last commitment or reveal was refused with, 0 where nothing answered; empty where it was taken. */
    public String refused() {
        return refused;
    }

    /** Whether the session went on from this stage. */
    private boolean beyond(String stage) {
        var view = line.get(at(""));
        var order = List.of("SCORING", "REVEALING", "REVIEWING", "REPORTING", "CONCLUDED");
        return view.good() && order.indexOf(view.body().path("stage").asText()) > order.indexOf(stage);
    }

    private String at(String below) {
        return "/api/evaluation/sessions/" + session + below;
    }
}
