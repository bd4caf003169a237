package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.opening.application.PressesToDo.ToDo;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.ReleaseLine;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;

/**
 * What a trustee's client checks and presses (待启封): the list, the coefficient, and for each live bid the header, in
 * which its own wrap stands.
 *
 * @param bidList content hash of the bid list's entry, hex
 * @param releaseList mode BIDDERS: content hash of the release list's entry, hex
 * @param releases mode BIDDERS: its lines, with the releases that hold the wraps
 * @param set id of the key set to press with, hex
 * @param left how many sets wait for a press of this trustee
 * @param seen the head of the chain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PressView(
        TenderId tender,
        LotId lot,
        String bidList,
        BidList list,
        String releaseList,
        List<ReleaseLine> releases,
        String coefficient,
        String set,
        int left,
        int x,
        String trustee,
        boolean pressed,
        List<Envelope> bids,
        ObjectNode seen) {

    /** One bid to open: header.der in base64. */
    record Envelope(String bidId, String header) {}

    static PressView of(ToDo toDo) {
        var bids = toDo.headers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> new Envelope(entry.getKey(), Base64.getEncoder().encodeToString(entry.getValue())))
                .toList();
        var releases = toDo.checkpoint().releases();
        var seen = CanonicalJson.object()
                .put("n", toDo.chainHead().n())
                .put("hash", toDo.chainHead().hash());
        return new PressView(
                toDo.lot().tender(),
                toDo.lot().lot(),
                toDo.checkpoint().hash(),
                toDo.checkpoint().list(),
                releases == null ? null : releases.hash(),
                releases == null ? null : releases.lines(),
                toDo.coefficient(),
                toDo.set(),
                toDo.left(),
                toDo.trustee().x(),
                toDo.trustee().idHex(),
                toDo.pressed(),
                bids,
                seen);
    }
}
