package cn.qifeng.trading.log.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.TrustFiles;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.log.domain.SignedHead;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;

/** Anchors, heads and proofs for anyone. */
@Path("/api/core")
@PermitAll
class LogResource {

    private static final int HEADS_MAX = 100;

    private final Proofs proofs;
    private final TrustFiles trustFiles;

    LogResource(Proofs proofs, TrustFiles trustFiles) {
        this.proofs = proofs;
        this.trustFiles = trustFiles;
    }

    /** The trust file exactly as section 7 of docs/evidence.md has it. */
    record TrustFileView(ObjectNode doc, ArrayNode sigs) {}

    /** An inclusion proof with the head that it leads to. */
    record ProofView(Proofs.Inclusion leaf, HeadView head) {}

    /** Heads and the proofs from each to the next. */
    record HeadsView(List<HeadView> heads, List<Proofs.Consistency> consistency) {}

    @GET
    @Path("/trust-file")
    public TrustFileView trustFile() {
        var file = trustFiles.current();
        return new TrustFileView(file.doc(), file.sigs());
    }

    @GET
    @Path("/log/heads/latest")
    public HeadView latest() {
        return HeadView.of(newest());
    }

    @GET
    @Path("/log/heads")
    public HeadsView heads(@QueryParam("from") @DefaultValue("0") long from) {
        trustFiles.current();
        var heads = proofs.publishedFrom(from, HEADS_MAX);
        var consistency = new ArrayList<Proofs.Consistency>();
        for (int i = 1; i < heads.size(); i++) {
            consistency.add(
                    proofs.consistency(heads.get(i - 1).size(), heads.get(i).size()));
        }
        return new HeadsView(heads.stream().map(HeadView::of).toList(), consistency);
    }

    @GET
    @Path("/log/proofs/{contentHash}")
    public ProofView proof(@PathParam("contentHash") String contentHash) {
        var head = newest();
        return proofs.inclusion(contentHash, head.size())
                .map(leaf -> new ProofView(leaf, HeadView.of(head)))
                .orElseThrow(() -> new Refused(LogRefusal.NOT_PUBLISHED, Facts.of("contentHash", contentHash)));
    }

    private SignedHead newest() {
        trustFiles.current();
        return proofs.newestPublished().orElseThrow(LogRefusal.NOT_PUBLISHED::refused);
    }
}
