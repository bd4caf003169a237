package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.Uploads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Uploads in the database. */
@ApplicationScoped
class PanacheUploads implements Uploads, PanacheRepositoryBase<UploadRow, UUID> {

    private final PanacheFrames frames;

    PanacheUploads(PanacheFrames frames) {
        this.frames = frames;
    }

    @Override
    public void add(LotKey key, Upload upload) {
        persist(UploadRow.from(key, upload));
    }

    @Override
    public void save(LotKey key, Upload upload) {
        findById(upload.id()).become(key, upload);
    }

    @Override
    public Optional<Upload> of(LotKey key, UUID id, Uscc bidder) {
        return findByIdOptional(id).filter(row -> row.isOf(key, bidder)).map(row -> row.toDomain(key));
    }

    @Override
    public Optional<LotKey> keyOf(UUID id, Iterable<LotKey> keys) {
        return findByIdOptional(id)
                .flatMap(row -> StreamSupport.stream(keys.spliterator(), false)
                        .filter(row::isOf)
                        .findFirst());
    }

    @Override
    public void addFrame(UUID upload, StoredFrame frame) {
        frames.persistAndFlush(UploadFrameRow.from(upload, frame));
    }

    @Override
    public Optional<StoredFrame> frame(UUID upload, int n, int i) {
        return frames.findByIdOptional(new UploadFrameRow.Place(upload, n, i)).map(UploadFrameRow::toDomain);
    }

    @Override
    public List<StoredFrame> frames(UUID upload) {
        return frames.list("place.upload = ?1 order by place.n, place.i", upload).stream()
                .map(UploadFrameRow::toDomain)
                .toList();
    }

    @Override
    public List<StoredFrame> frames(UUID upload, int n) {
        return frames.list("place.upload = ?1 and place.n = ?2 order by place.i", upload, n).stream()
                .map(UploadFrameRow::toDomain)
                .toList();
    }

    @Override
    public void dropFrames(UUID upload) {
        frames.delete("place.upload", upload);
    }
}
