package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.scoring.domain.Rejection;

/** A proposal of rejection as members see it; votes stay counts until it is decided. */
record RejectionView(
        int number,
        String bidId,
        String code,
        String reason,
        String page,
        String basis,
        Integer clarification,
        String effect,
        boolean compulsory,
        boolean voted,
        boolean decided,
        boolean carried,
        Integer inFavour,
        Integer against) {

    static RejectionView of(Rejection rejection, String member) {
        boolean decided = rejection.decided();
        return new RejectionView(
                rejection.number(),
                rejection.bidId(),
                rejection.code().name(),
                rejection.reason(),
                rejection.page(),
                rejection.basis().name(),
                rejection.clarification().orElse(null),
                rejection.effect().name(),
                rejection.compulsory(),
                rejection.votes().stream().anyMatch(it -> it.member().equals(member)),
                decided,
                rejection.carried(),
                decided ? rejection.inFavour() : null,
                decided ? rejection.against() : null);
    }
}
