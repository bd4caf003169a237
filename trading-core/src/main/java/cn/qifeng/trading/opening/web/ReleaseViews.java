package cn.qifeng.trading.opening.web;

import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.ReleaseLine;
import cn.qifeng.trading.opening.domain.ReleaseList;
import cn.qifeng.trading.opening.domain.WindowExtension;
import cn.qifeng.trading.opening.web.OpeningView.ExtensionView;
import cn.qifeng.trading.opening.web.OpeningView.ReleaseLineView;
import cn.qifeng.trading.opening.web.OpeningView.ReleasesView;

/** What the hall shows of a release window (解密时限). */
final class ReleaseViews {

    private ReleaseViews() {}

    static ReleasesView open(Releasing releasing) {
        var window = releasing.window();
        var bids = releasing.checkpoint().live().stream()
                .map(bid -> new ReleaseLineView(
                        bid.bidId(),
                        releasing.releases().stream()
                                .filter(one -> one.bidId().equals(bid.bidId()))
                                .map(one -> one.at())
                                .findFirst()
                                .orElse(null),
                        null,
                        null))
                .toList();
        return new ReleasesView(
                window.opensAt(), window.closesAt(), window.pausedAt() != null, asked(window.asked()), null, bids);
    }

    static ReleasesView closed(ReleaseList list) {
        return new ReleasesView(
                list.opensAt(),
                list.closesAt(),
                false,
                null,
                list.hash(),
                list.lines().stream().map(ReleaseViews::line).toList());
    }

    private static ReleaseLineView line(ReleaseLine line) {
        return new ReleaseLineView(line.bidId(), line.at(), line.outcome().name(), line.cause());
    }

    private static ExtensionView asked(WindowExtension asked) {
        return asked == null
                ? null
                : new ExtensionView(
                        asked.closesAt(),
                        asked.reason(),
                        asked.signatures().get(0).capacity().name());
    }
}
