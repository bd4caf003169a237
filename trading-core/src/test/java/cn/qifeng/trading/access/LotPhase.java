package cn.qifeng.trading.access;

import cn.qifeng.trading.tender.domain.Stage;
import java.util.Arrays;
import java.util.List;

/** Where a lot can stand (标段所处环节), finer than its stage: opening, award and contract have phases of their own. */
enum LotPhase {
    /** The tender is being written. */
    DRAFT(Stage.DRAFT),
    /** Published; bids come in. */
    BIDDING(Stage.BIDDING),
    /** The bid list is taken. */
    LISTED(Stage.DEADLINE_REACHED),
    /** Mode BIDDERS: names are public, bidders release their bids. */
    RELEASING(Stage.OPENING),
    /** Names are public, the coefficient is being drawn. */
    DRAWING(Stage.OPENING),
    /** The trustees press. */
    UNSEALING(Stage.OPENING),
    /** Prices are public, bidders may object. */
    OPENED(Stage.OPENED),
    /** The opening record is written and waits for signatures. */
    SIGNING(Stage.OPENED),
    /** The opening record is signed; the bids are evaluated. */
    RECORDED(Stage.EVALUATING),
    /** The evaluation report is there and is being read. */
    REVIEWING(Stage.EVALUATED),
    /** The finalists are publicised. */
    FINALISTS_PUBLICITY(Stage.CANDIDATE_PUBLICITY),
    /** Ranked candidates: the procuring entity fixes the winner. */
    DETERMINING(Stage.AWARDING),
    /** The award committee is to be named. */
    CONVENING(Stage.AWARDING),
    /** Its members commit their ballots. */
    BALLOTING(Stage.AWARDING),
    /** Its members open their ballots. */
    REVEALING(Stage.AWARDING),
    /** The result is publicised. */
    DECIDED(Stage.AWARD_PUBLICITY),
    /** The winner is fixed, the notice not issued. */
    WINNER_DETERMINED(Stage.AWARD_PUBLICITY),
    /** The notice of award is issued. */
    NOTICED(Stage.AWARD_NOTICED),
    /** The procuring entity has signed the contract. */
    OFFERED(Stage.AWARD_NOTICED),
    /** Both have signed. */
    CONTRACTED(Stage.CONTRACTED),
    /** Bonds are released. */
    CLOSED(Stage.CLOSED),
    /** Too few trustees pressed in time; the supervisor is to decide. */
    SUSPENDED(Stage.OPENING),
    /** Fewer than three bids. */
    FAILED(Stage.FAILED);

    private final Stage stage;

    LotPhase(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    boolean published() {
        return this != DRAFT;
    }

    /** Whether the bid list is taken. */
    boolean frozen() {
        return compareTo(LISTED) >= 0;
    }

    /** Whether all prices are public. */
    boolean opened() {
        return compareTo(OPENED) >= 0 && compareTo(CLOSED) <= 0;
    }

    /** Whether there is an award. */
    boolean awarding() {
        return compareTo(REVIEWING) >= 0 && compareTo(CLOSED) <= 0;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
