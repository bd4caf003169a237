package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.draw.application.Draws;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.draw.PriceDraw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySetMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The draw of the coefficient (抽取系数), K or what the method has in its place: from the set in the tender document, by the trustees of the lot. */
@ApplicationScoped
class CoefficientDraws {

    private final Draws draws;
    private final LotKeySets keySets;

    CoefficientDraws(Draws draws, LotKeySets keySets) {
        this.draws = draws;
        this.keySets = keySets;
    }

    /** Opens the draw in the caller's transaction. */
    UUID open(PublishedLot lot) {
        var set = keySets.of(lot);
        var parties = set.members().stream().map(KeySetMember::idHex).toList();
        return draws.open(
                        UUID.randomUUID(),
                        lot.tender(),
                        DrawPurpose.COEFFICIENT,
                        lot.method().k(),
                        1,
                        parties,
                        set.idHex())
                .id();
    }

    /** The value drawn; empty while the draw goes on. */
    Optional<String> result(UUID id) {
        var drawing = draws.current(id);
        return drawing.stage() == DrawStage.RESULT
                ? Optional.of(drawing.pool().get(drawing.picked().get(0)))
                : Optional.empty();
    }

    private String seed(UUID id) {
        return Objects.requireNonNull(draws.current(id).seed(), "seed");
    }

    /** The seed, where the method draws the order of the bids out of it: M-D and M-E. */
    Optional<String> orderSeed(PublishedLot lot, UUID id) {
        return switch (lot.method().price()) {
            case ABC_BLEND, LOWEST_REVIEWED_PRICE -> Optional.of(seed(id));
            default -> Optional.empty();
        };
    }

    /** Method M-D: Δ, out of the same seed; empty in the others. */
    Optional<String> delta(PublishedLot lot, UUID id) {
        return lot.method().delta().isEmpty()
                ? Optional.empty()
                : Optional.of(PriceDraw.delta(Hex.decode(seed(id)), lot.method().delta()));
    }
}
