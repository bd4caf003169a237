package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a sheet, a rejection or a conclusion cannot be taken (评分、否决). */
public enum ScoringRefusal implements RefusalCode {

    /** A sheet does not answer exactly the published items for exactly the bids shown. */
    SHEET_INCOMPLETE("scoring/sheet-incomplete", Kind.INVALID, "实施条例 §49"),

    /** Points are below zero, above the published maximum, or have more than two decimals. */
    POINTS_OUT_OF_RANGE("scoring/points-out-of-range", Kind.INVALID, "实施条例 §49"),

    /** What a member does not pass in the preliminary review needs a basis, a reason and a page. */
    JUDGEMENT_INCOMPLETE("scoring/judgement-incomplete", Kind.INVALID, "实施条例 §51"),

    /** The panel has not decided on a bid that a member did not pass in the preliminary review. */
    NOT_SETTLED("scoring/not-settled", Kind.NOT_NOW, "实施条例 §51"),

    /** In the preliminary review a bid is rejected for items that a member did not pass, and for nothing else. */
    GROUND_NOT_FAILED("scoring/ground-not-failed", Kind.INVALID, "实施条例 §49"),

    /** Prices are shut in the preliminary review: nothing that rests on a price is decided in it. */
    PRICE_SHUT("scoring/price-shut", Kind.NOT_NOW, "实施条例 §49"),

    /** In government procurement fewer than three bids that respond end the tender: no way of going on is lawful. */
    PROCUREMENT_ENDS("scoring/procurement-ends", Kind.INVALID, "政府采购法 §36"),

    /** A later version of a sheet needs a reason. */
    REASON_NEEDED("scoring/reason-needed", Kind.INVALID, ""),

    /** Extreme points on an item of judgement need a written reason. */
    REASON_OWED("scoring/reason-owed", Kind.INVALID, "实施条例 §49"),

    /** The member committed in this round already. */
    COMMITTED_ALREADY("scoring/committed-already", Kind.NOT_NOW, ""),

    /** The sealed note is not sealed to this session's key set for this member and round. */
    NOTE_DIFFERS("scoring/note-differs", Kind.INVALID, ""),

    /** The revealed sheet does not match its commitment. */
    COMMITMENT_DIFFERS("scoring/commitment-differs", Kind.INVALID, ""),

    /** The member revealed already. */
    REVEALED_ALREADY("scoring/revealed-already", Kind.NOT_NOW, ""),

    /** Only a trustee of the session's key set gives shares. */
    NOT_OF_THE_SET("scoring/not-of-the-set", Kind.NOT_ALLOWED, ""),

    /** A share is absent, or contradicts its commitment in the sealed note. */
    BAD_SHARE("scoring/bad-share", Kind.INVALID, ""),

    /** There is no such bid in this session. */
    NO_SUCH_BID("scoring/no-such-bid", Kind.NOT_FOUND, ""),

    /** The file is not open in this stage. */
    FILE_NOT_OPEN("scoring/file-not-open", Kind.NOT_NOW, ""),

    /** The bid has no file in this role. */
    NO_SUCH_FILE("scoring/no-such-file", Kind.NOT_FOUND, ""),

    /** The part of a file that is asked for begins behind its end. */
    NO_SUCH_RANGE("scoring/no-such-range", Kind.INVALID, ""),

    /** A draft of a sheet is kept sealed only. */
    DRAFT_NOT_SEALED("scoring/draft-not-sealed", Kind.INVALID, "招标投标法 §38"),

    /** Another machine of the same member kept a newer draft. */
    DRAFT_OVERTAKEN("scoring/draft-overtaken", Kind.NOT_NOW, ""),

    /** A rejection needs one of the codes of the law, a reason and a page. */
    REJECTION_INCOMPLETE("scoring/rejection-incomplete", Kind.INVALID, "实施条例 §51"),

    /** The basis does not belong to this ground, or the price does not lie where it says. */
    BASIS_FOREIGN("scoring/basis-foreign", Kind.INVALID, "实施条例 §51"),

    /** The bidder has to be asked first, and what it was asked has to be left open. */
    CLARIFICATION_NEEDED("scoring/clarification-needed", Kind.NOT_NOW, "发改法规规〔2022〕1117号 三(十三)"),

    /** A question to a bidder waits for the panel, the supervisor or the bidder. */
    CLARIFICATIONS_OUTSTANDING("scoring/clarifications-outstanding", Kind.NOT_NOW, "实施条例 §52"),

    /** A price above the ceiling, by the price that the tender document names, is not rejected yet. */
    ABOVE_CEILING("scoring/above-ceiling", Kind.NOT_NOW, "实施条例 §51"),

    /** A majority did not pass an item of a bid, and the panel has not voted on rejecting it. */
    NOT_PASSED("scoring/not-passed", Kind.NOT_NOW, "评标委员会和评标方法暂行规定 第三十一条"),

    /** The bid was rejected, or such a proposal is open already. */
    REJECTION_STANDS("scoring/rejection-stands", Kind.NOT_NOW, "实施条例 §51"),

    /** There is no such proposal. */
    NO_SUCH_REJECTION("scoring/no-such-rejection", Kind.NOT_FOUND, ""),

    /** The proposal is decided, or the member voted. */
    VOTED_ALREADY("scoring/voted-already", Kind.NOT_NOW, ""),

    /** A proposal waits for votes. */
    VOTES_OUTSTANDING("scoring/votes-outstanding", Kind.NOT_NOW, "实施条例 §51"),

    /** Only the leader ends the review. */
    NOT_THE_LEADER("scoring/not-the-leader", Kind.NOT_ALLOWED, "12号令 §9"),

    /** Fewer than three valid bids: the panel's choice and its reasoning have to be recorded. */
    COMPETITION_FINDING_NEEDED("scoring/competition-finding-needed", Kind.INVALID, "12号令 §27"),

    /** Three or more bids are valid: the panel may not reject all for lack of competition. */
    COMPETITION_FINDING_FOREIGN("scoring/competition-finding-foreign", Kind.INVALID, "12号令 §27");

    private final String code;
    private final Kind kind;
    private final String law;

    ScoringRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
