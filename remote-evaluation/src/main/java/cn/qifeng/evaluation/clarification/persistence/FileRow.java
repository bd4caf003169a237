package cn.qifeng.evaluation.clarification.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a file that a bidder handed in; never changed. */
@Entity
@Table(name = "clarification_file")
class FileRow {

    @EmbeddedId
    FileKey key;

    @Column(name = "file_name")
    String name;

    @Column(name = "byte_count")
    long byteCount;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] content;
}
