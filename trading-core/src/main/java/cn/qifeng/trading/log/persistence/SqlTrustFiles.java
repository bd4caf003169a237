package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.StoredTrustFile;
import cn.qifeng.trading.log.domain.StoredTrustFiles;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Versions of the trust file in a table. */
@ApplicationScoped
class SqlTrustFiles implements StoredTrustFiles {

    private final Sql sql;

    SqlTrustFiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StoredTrustFile> newest() {
        return sql.first(
                row -> new StoredTrustFile(
                        row.getInt("version"),
                        row.getString("fingerprint"),
                        row.getInt("threshold"),
                        json(row.getString("doc")),
                        (ArrayNode) json(row.getString("sigs")).get("sigs")),
                "select version, fingerprint, threshold, doc, sigs from log_trust_file order by version desc");
    }

    @Override
    public void save(StoredTrustFile file) {
        sql.update("delete from log_trust_file where version = ?", file.version());
        var sigs = CanonicalJson.object();
        sigs.set("sigs", file.sigs());
        sql.update(
                "insert into log_trust_file (version, fingerprint, threshold, doc, sigs) values (?, ?, ?, ?, ?)",
                file.version(),
                file.fingerprint(),
                file.threshold(),
                text(file.doc()),
                text(sigs));
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ObjectNode node) {
        return new String(CanonicalJson.encode(node), StandardCharsets.UTF_8);
    }
}
