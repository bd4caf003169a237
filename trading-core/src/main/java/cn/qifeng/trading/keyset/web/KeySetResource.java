package cn.qifeng.trading.keyset.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.keyset.application.HoldKey;
import cn.qifeng.trading.keyset.application.KeySets;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** The ceremony of a key set for its members: supervisor, notary, centre, procuring entity or agency. */
@Path("/api/core/key-sets")
@Authenticated
class KeySetResource {

    private final KeySets keySets;
    private final HoldKey holdKey;
    private final Caller caller;

    KeySetResource(KeySets keySets, HoldKey holdKey, Caller caller) {
        this.keySets = keySets;
        this.holdKey = holdKey;
        this.caller = caller;
    }

    /** The member's own public key, hex, and the signature over the offer, base64. */
    record Offer(String encryptionKey, String sig) {}

    /** A wrap, base64, or {@code null} before the offer. */
    record Challenge(String challenge, boolean answered) {}

    /** The inside of the wrap, hex. */
    record Answer(String answer) {}

    @GET
    @Path("/mine")
    public List<KeySetView> mine() {
        return keySets.mine(caller.personId()).stream().map(KeySetView::of).toList();
    }

    @GET
    @Path("/{id}")
    public KeySetView one(@PathParam("id") UUID id) {
        return KeySetView.of(keySets.of(id));
    }

    @POST
    @Path("/{id}/offers")
    public KeySetView offer(@PathParam("id") UUID id, Offer offer) {
        return KeySetView.of(
                holdKey.offer(id, caller.personId(), caller.certificateId(), offer.encryptionKey(), offer.sig()));
    }

    @GET
    @Path("/{id}/challenges/mine")
    public Challenge challenge(@PathParam("id") UUID id) {
        var seat = holdKey.seat(id, caller.personId());
        return new Challenge(seat.challenge(), seat.shown());
    }

    @POST
    @Path("/{id}/answers")
    public KeySetView answer(@PathParam("id") UUID id, Answer answer) {
        return KeySetView.of(holdKey.answer(id, caller.personId(), answer.answer()));
    }
}
