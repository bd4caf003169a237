package cn.qifeng.trading.bidding.web;

import cn.qifeng.trading.bidding.application.FollowUpload.Progress;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import java.util.List;
import java.util.UUID;

/** What a client needs to resume (续传): per file, the frames that are durable. */
record UploadView(UUID id, String state, List<FileView> files) {

    /** One file; {@code present} are frame numbers from 0. */
    record FileView(int n, long length, int frameCount, List<Integer> present) {}

    static UploadView of(Progress progress) {
        var files = progress.upload().layout().files().stream()
                .map(file -> new FileView(
                        file.n(),
                        file.length(),
                        file.frameCount(),
                        progress.frames().stream()
                                .filter(frame -> frame.n() == file.n())
                                .map(StoredFrame::i)
                                .toList()))
                .toList();
        return new UploadView(progress.upload().id(), progress.upload().state().name(), files);
    }
}
