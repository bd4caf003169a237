package cn.qifeng.bond.issuer.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One decision of the sandbox issuer. */
@Entity
@Table(name = "sandbox_issue")
class IssueRow {

    @Id
    @Column(name = "application_id", length = 36)
    String applicationId;

    byte[] content;

    int told;

    @Version
    int version;
}
