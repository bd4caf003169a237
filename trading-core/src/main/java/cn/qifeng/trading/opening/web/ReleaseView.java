package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.opening.application.ReleaseBids.ToDo;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * What a bidder's client checks and releases (待放行), mode BIDDERS.
 *
 * @param header header.der of the own live bid, base64
 * @param bidList content hash of the bid list's entry, hex
 * @param checkpoint the first published head over it, which the release names
 * @param leaf the bid list's place under that head
 * @param keySet the trustees that the release is made for
 * @param receipt of the own release, once it was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseView(
        TenderId tender,
        LotId lot,
        String bidId,
        String headerHash,
        String header,
        String bidList,
        HeadPart checkpoint,
        Inclusion leaf,
        String trusteeSet,
        ObjectNode keySet,
        Instant opensAt,
        Instant closesAt,
        ObjectNode receipt) {

    /** A published head with its witnesses. */
    record HeadPart(ObjectNode head, String sig, List<WitnessPart> witnesses) {}

    /** A witness's statement on it. */
    record WitnessPart(ObjectNode doc, String sig) {}

    static ReleaseView of(ToDo toDo) {
        var head = toDo.checkpoint();
        var window = toDo.releasing().window();
        return new ReleaseView(
                toDo.lot().tender(),
                toDo.lot().lot(),
                toDo.line().bidId(),
                toDo.line().headerHash(),
                Base64.getEncoder().encodeToString(toDo.header()),
                toDo.releasing().checkpoint().hash(),
                new HeadPart(
                        head.doc(),
                        head.sig(),
                        head.witnesses().stream()
                                .map(one -> new WitnessPart(one.doc(), one.sig()))
                                .toList()),
                toDo.leaf(),
                toDo.set().idHex(),
                toDo.set().toDoc(),
                window.opensAt(),
                window.closesAt(),
                toDo.released() == null ? null : toDo.released().receipt());
    }
}
