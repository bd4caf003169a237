package cn.qifeng.bond.issuer.persistence;

import cn.qifeng.bond.issuer.domain.Issues;
import cn.qifeng.bond.vault.Vault;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sandbox issuer's decisions in the database, encrypted by the vault. */
@ApplicationScoped
class SealedIssues implements Issues, PanacheRepositoryBase<IssueRow, String> {

    private final Vault vault;

    SealedIssues(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Optional<ObjectNode> of(UUID application) {
        return findByIdOptional(application.toString())
                .map(row -> CanonicalJson.decode(vault.open(application, row.content)));
    }

    @Override
    public void add(UUID application, ObjectNode decision) {
        var row = new IssueRow();
        row.applicationId = application.toString();
        row.content = vault.seal(application, CanonicalJson.encode(decision));
        persist(row);
    }

    @Override
    public List<UUID> untold() {
        return list("told", 0).stream()
                .map(row -> UUID.fromString(row.applicationId))
                .toList();
    }

    @Override
    public void told(UUID application) {
        findByIdOptional(application.toString()).orElseThrow().told = 1;
    }
}
