package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.Uploads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Uploads in the database. */
@ApplicationScoped
class PanacheUploads implements Uploads, PanacheRepositoryBase<UploadRow, UUID> {

    private static final String IN = Sql.in(Bids.TOGETHER_MAX);

    private final PanacheFrames frames;
    private final Sql sql;

    PanacheUploads(PanacheFrames frames, Sql sql) {
        this.frames = frames;
        this.sql = sql;
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
    public Map<UUID, Upload> of(LotKey key, Collection<UUID> ids) {
        return sql
                .list(
                        row -> UploadRow.read(Sql.id(row, "id"), row.getBytes("lot_ref"), row.getBytes("sealed")),
                        "select id, lot_ref, sealed from upload where id in " + IN,
                        filled(ids))
                .stream()
                .filter(row -> row.isOf(key))
                .collect(Collectors.toMap(row -> row.id, row -> row.toDomain(key)));
    }

    @Override
    public void sealed(LotKey key, List<Upload> used) {
        var rows = used.stream().map(upload -> UploadRow.from(key, upload)).map(row ->
                new Object[] {row.sealed, new Sql.Id(row.id)});
        sql.batch("update upload set sealed = ?, version = version + 1 where id = ?", rows.toList());
    }

    @Override
    public Map<UUID, Map<Integer, List<String>>> frameHashes(Collection<UUID> uploads) {
        var hashes = new HashMap<UUID, Map<Integer, List<String>>>();
        sql.each(
                row -> hashes.computeIfAbsent(Sql.id(row, "upload"), upload -> new HashMap<>())
                        .computeIfAbsent(row.getInt("n"), n -> new ArrayList<>())
                        .add(row.getString("sm3")),
                "select upload, n, sm3 from upload_frame where upload in " + IN + " order by upload, n, i",
                filled(uploads));
        return hashes;
    }

    private static Object[] filled(Collection<UUID> ids) {
        return Sql.filled(ids.stream().map(Sql.Id::new).toList(), Bids.TOGETHER_MAX);
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
