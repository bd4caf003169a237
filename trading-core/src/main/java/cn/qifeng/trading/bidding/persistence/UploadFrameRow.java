package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.trading.bidding.domain.StoredFrame;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Row of one stored frame. */
@Entity
@Table(name = "upload_frame")
class UploadFrameRow {

    /** Where the frame belongs. */
    @Embeddable
    static class Place implements Serializable {
        UUID upload;
        int n;
        int i;

        Place() {}

        Place(UUID upload, int n, int i) {
            this.upload = upload;
            this.n = n;
            this.i = i;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && upload.equals(place.upload) && n == place.n && i == place.i;
        }

        @Override
        public int hashCode() {
            return Objects.hash(upload, n, i);
        }
    }

    @EmbeddedId
    Place place;

    @Column(name = "object")
    String object;

    String sm3;

    int length;

    static UploadFrameRow from(UUID upload, StoredFrame frame) {
        var row = new UploadFrameRow();
        row.place = new Place(upload, frame.n(), frame.i());
        row.object = frame.object();
        row.sm3 = frame.sm3();
        row.length = frame.length();
        return row;
    }

    StoredFrame toDomain() {
        return new StoredFrame(place.n, place.i, object, sm3, length);
    }
}
