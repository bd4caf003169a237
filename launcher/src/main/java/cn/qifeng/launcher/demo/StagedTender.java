package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.cli.seal.Publication;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published tender whose steps a drill or a measurement takes by itself: it has its own bidders, and this one's
 * trustees do what the hall awaits, as often as they are asked.
 */
public final class StagedTender {

    private static final String REGION = "330703";
    private static final int COMPANIES_FROM = 100_000;

    private final Tour tour;
    private final Ceremony ceremony;
    private final Companies companies;
    private final TrustFile trust;
    private final Publication publication;

    /** A bidder with the key that it made; good for every tender of the platform. */
    public record Company(String name, String uscc, SigningKey key, Credential credential) {

        /** Its key file, under this password. */
        public byte[] keyFile(String password) {
            return new KeyFile(credential, Optional.empty()).write(password.toCharArray(), new SecureRandom());
        }
    }

    /** What the trustees did when they were asked: presses that were sent, and those of them that were taken. */
    public record Presses(int sent, int taken) {}

    private StagedTender(Tour tour, Ceremony ceremony) {
        this.tour = tour;
        this.ceremony = ceremony;
        this.companies = new Companies(tour);
        this.trust = tour.trust();
        this.publication = tour.publication(trust);
    }

    /** Writes and publishes a small tender with three trustees, of whom two are needed; its files lie in {@code folder}. */
    public static StagedTender publish(URI address, Path folder) throws IOException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        var tour = new Tour(new Api(client, address));
        var ceremony = new Ceremony(List.of(tour.actor("supervisor"), tour.actor("notary"), tour.actor("operator")));
        var material = OwnMaterial.make(Files.createDirectories(folder), 0, 0, tour);
        var tendering = new Tendering(tour, material, ceremony, Variant.USUAL);
        tendering.write();
        tendering.publish();
        return new StagedTender(tour, ceremony);
    }

    /** The {@code number}th company that does not exist yet, from 0: certified, registered, verified. */
    public Company company(int number) {
        var name = "云浦演练第" + (number + 1) + "工程有限公司";
        var uscc = Codes.uscc(REGION, COMPANIES_FROM + number);
        var credential = companies.certify(name, uscc);
        var key = SigningKey.of(credential);
        companies.register(name, uscc, key);
        return new Company(name, uscc, key, credential);
    }

    /** Files of a bid for this tender that every check before sealing passes, made in {@code folder}. */
    public BidFiles bidFiles(Path folder) throws IOException {
        var files = OwnMaterial.make(Files.createDirectories(folder), 1, 1, tour)
                .bids()
                .get(0)
                .files();
        return files.with(files.bid().secured("BH-1"));
    }

    /** The tender as everybody reads it. */
    public JsonNode published() {
        return tour.visitor().get("/api/core/public/tenders/" + tour.tender);
    }

    /** A client that is not logged in. */
    public Api visitor() {
        return tour.visitor();
    }

    /** What the tender's bidders hold receipts against. */
    public TrustFile trust() {
        return trust;
    }

    /** The publication, verified as a bidder's client does it. */
    public Publication publication() {
        return publication;
    }

    /** Id of the lot. */
    public String lot() {
        return tour.lot;
    }

    /** Id of the tender. */
    public String tender() {
        return tour.tender;
    }

    /** Moves the sandbox clock to a moment, unless it is past it already. */
    public void moveTo(Instant moment) {
        tour.moveTo(moment);
    }

    /** Moves the sandbox clock on by this long. */
    public void moveBy(Duration duration) {
        tour.moveTo(tour.now().plus(duration));
    }

    /** The supervisor lets the opening that this hall shows suspended go on; its step waits again for this long. */
    public void letGoOn(JsonNode hall, Duration more) {
        var doc = doc("suspension-decision")
                .put("tender", tour.tender)
                .put("lot", tour.lot)
                .put("suspended", hall.path("suspension").path("entry").asText())
                .put("until", Moments.format(tour.now().plus(more)))
                .put("reason", "保管人未按时到场");
        var supervisor = tour.actor("supervisor");
        supervisor.api().post(tour.inLot("/suspension-decisions"), supervisor.signInTender(tour.tender, doc));
    }

    /** The hall as everybody sees it. */
    public JsonNode hall() {
        return tour.visitor().get(tour.inLot("/opening"));
    }

    /** Signs a doc over the chain as this signer's client sees it now. */
    public ObjectNode sign(SigningKey key, ObjectNode doc) {
        var head = tour.visitor().get("/api/core/public/tenders/" + tour.tender + "/chain-head");
        doc.putObject("seen")
                .put("n", head.path("n").asLong())
                .put("hash", head.path("hash").asText());
        return Statement.of(doc, key).toJson();
    }

    /** The supervisor's package. */
    public void downloadPackage(Path target) {
        var path = "/api/core/tenders/" + tour.tender + "/package?cut=SUPERVISOR";
        tour.actor("supervisor").api().download(path, target);
    }

    /** The trust file as it is published. */
    public byte[] trustFile() {
        return tour.visitor().bytes("/api/core/trust-file");
    }

    /**
     * Does once what this hall awaits, of the clock or of the trustees. What was done already is not done again; what was
     * refused or not answered can be asked for again.
     */
    public Presses takePart(JsonNode hall) {
        switch (hall.path("state").asText()) {
            case "SCHEDULED", "FREEZING" ->
                tour.moveTo(publication.terms().bidDeadline().plusSeconds(2));
            case "LISTED" -> {
                if (hall.has("next")) {
                    tour.moveTo(Instant.parse(hall.path("next").asText()).plusSeconds(1));
                }
            }
            case "DRAWING" -> draw(hall.path("draw").path("id").asText());
            case "UNSEALING" -> {
                return press(hall.path("threshold").asInt());
            }
            default -> {
                // prices are shown: nobody is needed any more
            }
        }
        return new Presses(0, 0);
    }

    private void draw(String id) {
        var view = ceremony.trustees().get(0).logIn().api().get("/api/core/draws/" + id);
        for (Actor trustee : ceremony.trustees()) {
            if (awaited(view, trustee)) {
                taken(() -> ceremony.takePart(tour.tender, view, trustee));
            }
        }
    }

    private static boolean awaited(JsonNode view, Actor trustee) {
        var done = switch (view.path("awaits").asText()) {
            case "COMMIT" -> "committed";
            case "SEAL" -> "sealed";
            default -> "revealed";
        };
        for (JsonNode party : view.path("parties")) {
            if (party.path("id").asText().equals(trustee.key().certificateId())) {
                return !party.path(done).asBoolean();
            }
        }
        return false;
    }

    /** A press that is signed and can be sent. */
    public final class PreparedPress {

        private final Actor trustee;
        private final ObjectNode statement;

        private PreparedPress(Actor trustee) {
            this.trustee = trustee;
            this.statement = ceremony.preparePress(tour, trustee);
        }

        /** Sends it once; throws when it is refused. */
        public void send() {
            trustee.api().post(tour.inLot("/presses"), statement);
        }
    }

    /** The press of the trustee with this number, from 0, over the chain as it stands now. */
    public PreparedPress preparePress(int number) {
        return new PreparedPress(ceremony.trustees().get(number));
    }

    private Presses press(int needed) {
        int taken = 0;
        for (Actor trustee : ceremony.trustees().subList(0, needed)) {
            taken += taken(() -> ceremony.press(tour, trustee)) ? 1 : 0;
        }
        return new Presses(needed, taken);
    }

    private static boolean taken(Runnable act) {
        try {
            act.run();
            return true;
        } catch (ApiFailed refusedOrUnanswered) {
            return false;
        }
    }

    /** A JSON object to be filled in and signed. */
    public static ObjectNode doc(String type) {
        return CanonicalJson.object().put("type", type).put("v", 1);
    }
}
