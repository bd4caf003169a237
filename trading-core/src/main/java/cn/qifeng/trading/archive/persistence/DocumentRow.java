package cn.qifeng.trading.archive.persistence;

import cn.qifeng.trading.archive.domain.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity(name = "KeptDocument")
@Table(name = "document")
@IdClass(DocumentRow.Key.class)
class DocumentRow {

    /** Primary key. */
    record Key(UUID tenderId, String sm3) implements Serializable {}

    @Id
    @Column(name = "tender_id")
    UUID tenderId;

    @Id
    @Column(length = 64)
    String sm3;

    @Column(nullable = false, length = 200)
    String name;

    @Column(name = "media_type", nullable = false, length = 100)
    String mediaType;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Visibility visibility;

    @Column(nullable = false)
    long length;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    @Column(nullable = false)
    byte[] content;

    @Column(name = "added_at", nullable = false)
    Instant addedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;
}
