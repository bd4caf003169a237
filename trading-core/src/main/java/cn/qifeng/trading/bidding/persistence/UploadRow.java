package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.FileLayout;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Row of an upload, as blind as that of a bid. */
@Entity
@Table(name = "upload")
class UploadRow {

    private static final int FILES_MAX = 64;

    @Id
    UUID id;

    @Column(name = "lot_ref")
    byte[] lotRef;

    @Column(name = "bidder_ref")
    byte[] bidderRef;

    byte[] sealed;

    @Version
    int version;

    static UploadRow from(LotKey key, Upload upload) {
        var row = new UploadRow();
        row.id = upload.id();
        row.lotRef = key.lotRef(upload.id());
        row.bidderRef = key.bidderRef(upload.bidder());
        row.become(key, upload);
        return row;
    }

    /** As much of a row as makes the upload and tells its lot. */
    static UploadRow read(UUID id, byte[] lotRef, byte[] sealed) {
        var row = new UploadRow();
        row.id = id;
        row.lotRef = lotRef;
        row.sealed = sealed;
        return row;
    }

    void become(LotKey key, Upload upload) {
        sealed = key.seal(id, CanonicalJson.encode(content(upload)));
    }

    boolean isOf(LotKey key) {
        return Bytes.same(lotRef, key.lotRef(id));
    }

    boolean isOf(LotKey key, Uscc bidder) {
        return isOf(key) && Bytes.same(bidderRef, key.bidderRef(bidder));
    }

    Upload toDomain(LotKey key) {
        var fields = Fields.of(CanonicalJson.decode(key.open(id, sealed)));
        var files = fields.array("files", FILES_MAX).stream()
                .map(Fields::of)
                .map(file -> new FileLayout(
                        (int) file.integer("n", 1, FILES_MAX),
                        file.integer("length", 0, CanonicalJson.INTEGER_MAX),
                        (int) file.integer("frameCount", 1, Integer.MAX_VALUE)))
                .toList();
        return new Upload(
                id,
                new LotId(fields.uuid("lot")),
                new Uscc(fields.text("bidder")),
                new UploadLayout(files),
                Upload.State.valueOf(fields.text("state")));
    }

    private static ObjectNode content(Upload upload) {
        var json = CanonicalJson.object();
        json.put("lot", upload.lot().toString());
        json.put("bidder", upload.bidder().value());
        json.put("state", upload.state().name());
        var files = json.putArray("files");
        upload.layout()
                .files()
                .forEach(file -> files.addObject()
                        .put("n", file.n())
                        .put("length", file.length())
                        .put("frameCount", file.frameCount()));
        return json;
    }
}
