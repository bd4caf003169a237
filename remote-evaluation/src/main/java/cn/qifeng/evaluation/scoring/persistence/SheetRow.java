package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a sheet. */
@Entity
@Table(name = "sheet")
class SheetRow {

    @EmbeddedId
    SheetKey key;

    @Column(name = "commit_hash")
    String commitHash;

    @Column(name = "commit_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String commitJson;

    @Column(name = "shares_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String sharesJson;

    @Column(name = "sheet_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String sheetJson;

    boolean voided;

    @Version
    int version;

    StoredSheet toDomain() {
        return new StoredSheet(
                key.member(), key.round(), commitHash, commitJson, shares(), Optional.ofNullable(sheetJson));
    }

    void take(StoredSheet sheet) {
        commitHash = sheet.commitHash();
        commitJson = sheet.commitStatement();
        var shares = CanonicalJson.object();
        sheet.shares().forEach(shares::put);
        sharesJson = new String(CanonicalJson.encode(shares), StandardCharsets.UTF_8);
        sheetJson = sheet.sheet().orElse(null);
    }

    private Map<String, String> shares() {
        var shares = new HashMap<String, String>();
        CanonicalJson.decode(sharesJson.getBytes(StandardCharsets.UTF_8))
                .fields()
                .forEachRemaining(it -> shares.put(it.getKey(), it.getValue().asText()));
        return shares;
    }
}
