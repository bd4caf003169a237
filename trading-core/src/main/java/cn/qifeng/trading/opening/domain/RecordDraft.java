package cn.qifeng.trading.opening.domain;

import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The opening record as written (开标记录): SM3 of the PDF in hex, and the signatures it has so far. */
public record RecordDraft(String sm3, Instant writtenAt, List<RecordSignature> signatures) {

    public RecordDraft {
        signatures = List.copyOf(signatures);
    }

    /** The same with one more signature; a capacity, and each bidder, signs once. */
    public RecordDraft sign(RecordSignature signature) {
        boolean there = signatures.stream()
                .anyMatch(one -> one.capacity() == signature.capacity()
                        && (one.capacity() != Capacity.BIDDER || one.name().equals(signature.name())));
        if (there) {
            throw OpeningRefusal.SIGNED.refused();
        }
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new RecordDraft(sm3, writtenAt, more);
    }

    /** Whether agency and supervisor have signed. */
    public boolean complete() {
        return has(Capacity.AGENCY) && has(Capacity.SUPERVISOR);
    }

    private boolean has(Capacity capacity) {
        return signatures.stream().anyMatch(one -> one.capacity() == capacity);
    }
}
