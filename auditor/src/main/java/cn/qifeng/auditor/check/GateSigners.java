package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Who signs what on the way of a question through the supervisor's gate, to a bidder or to the procuring entity. */
final class GateSigners {

    private final Dossier dossier;

    GateSigners(Dossier dossier) {
        this.dossier = dossier;
    }

    /** Demands that what names a session names the one of this evaluation. */
    void session(JsonNode named, Entry entry) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(entry.object(), "a question before the evaluation"));
        Broken.unless(
                named.path("session").equals(opened.body().path("session")),
                entry.object(),
                "a question of another session");
    }

    /** The member of the panel who signed; the panel is the one that sits at this entry. */
    String member(Entry entry) {
        session(entry.doc(), entry);
        var member = Certificates.id(signer(entry));
        Broken.unless(sits(member, entry), entry.object(), "said by no member of the panel");
        return member;
    }

    /** The gate is kept by nobody of the tenderer's side, of the panel, or of the bidders. */
    void supervises(Entry entry) {
        var uscc = uscc(entry);
        boolean member = sits(Certificates.id(signer(entry)), entry);
        Broken.unless(
                !hosts(uscc) && !member && !bidders("uscc").contains(uscc),
                entry.object(),
                "not decided by a supervisor");
    }

    /** Whether procuring entity or agency signed, by nobody who sits on the panel. */
    boolean answersForHost(Entry entry) {
        return hosts(uscc(entry)) && !sits(Certificates.id(signer(entry)), entry);
    }

    /** The credit code with which an entry is signed. */
    String uscc(Entry entry) {
        try {
            return Certificates.uscc(signer(entry));
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    }

    /** The credit code of the bidder of a bid, or nothing. */
    String bidder(String bidId) {
        return bids().stream()
                .filter(bid -> bid.path("bidId").asText().equals(bidId))
                .findFirst()
                .map(bid -> bid.path("uscc").asText())
                .orElse("");
    }

    /** One field of every bid whose name was read. */
    List<String> bidders(String field) {
        return bids().stream().map(bid -> bid.path(field).asText()).toList();
    }

    private boolean hosts(String uscc) {
        var published = dossier.publication();
        return uscc.equals(published.path("procuringEntity").path("uscc").asText())
                || uscc.equals(published.path("agency").path("uscc").asText());
    }

    private boolean sits(String member, Entry entry) {
        return PanelCheck.members(dossier, entry.n()).contains(member);
    }

    private X509Certificate signer(Entry entry) {
        return dossier.signer(entry.body().path("statement"), entry);
    }

    private List<JsonNode> bids() {
        var all = new ArrayList<JsonNode>();
        dossier.entries("lot/names").forEach(names -> names.body().path("bids").forEach(all::add));
        return all;
    }
}
