package cn.qifeng.launcher.measure.bidder;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.client.Login;
import cn.qifeng.launcher.demo.StagedTender.Company;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.function.Function;

/** One company at its own client: logs in when it has to, uploads frames, and says what a seal goes over the wire as. */
public final class BidderClient {

    private final Api visitor;
    private final Company company;
    private Api api;

    /** A client of {@code company}, not logged in yet. */
    public BidderClient(Api visitor, Company company) {
        this.visitor = visitor;
        this.company = company;
    }

    /** Whose client it is. */
    public Company company() {
        return company;
    }

    /** Calls as the company, logged in anew when the session is over. */
    public <T> T call(Function<Api, T> call) {
        try {
            return call.apply(api());
        } catch (ApiFailed failed) {
            if (!failed.loggedOut()) {
                throw failed;
            }
            api = null;
            return call.apply(api());
        }
    }

    /** The token of the log in. */
    public String token() {
        return api().token();
    }

    private Api api() {
        if (api == null) {
            api = Login.byCertificate(visitor, company.key());
        }
        return api;
    }

    /** Uploads every frame and gives the ticket for the seal. */
    public String upload(String lot, SmallBid bid) {
        var body = CanonicalJson.object().put("lotId", lot);
        var files = body.putArray("files");
        bid.sealed()
                .header()
                .files()
                .forEach(file -> files.addObject()
                        .put("n", file.n())
                        .put("length", file.length())
                        .put("frameCount", file.frameCount()));
        var id = call(it -> it.post("/api/core/uploads", body)).path("id").asText();
        for (var frame : bid.frames()) {
            var path = "/api/core/uploads/" + id + "/files/" + frame.n() + "/frames/" + frame.i();
            call(it -> it.put(path, "application/octet-stream", frame.bytes(), "X-Frame-SM3", Sm3.hex(frame.bytes())));
        }
        return call(it -> it.post("/api/core/uploads/" + id + "/ticket", CanonicalJson.object()))
                .path("ticket")
                .asText();
    }

    /** Body of a seal. */
    public static ObjectNode seal(String lot, SmallBid bid, String ticket) {
        var base64 = Base64.getEncoder();
        return CanonicalJson.object()
                .put("lotId", lot)
                .put("header", base64.encodeToString(bid.sealed().headerDer()))
                .put("signature", base64.encodeToString(bid.sealed().signature()))
                .put("ticket", ticket);
    }

    /** The company's own envelopes in a lot, as the platform shows them to it now. */
    public JsonNode own(String lot) {
        return call(it -> it.get("/api/core/bids/mine?lot=" + lot));
    }
}
