package cn.qifeng.trading.tender.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.Project;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "TenderProject")
@Table(name = "project")
class ProjectRow {

    @Id
    UUID id;

    @Column(nullable = false, length = 17)
    String code;

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false, length = 3)
    String kind;

    @Column(nullable = false, length = 6)
    String region;

    @Column(name = "procuring_entity", nullable = false)
    UUID procuringEntity;

    @Column(name = "procuring_entity_name", nullable = false, length = 200)
    String procuringEntityName;

    @Column(name = "procuring_entity_uscc", nullable = false, length = 18)
    String procuringEntityUscc;

    @Column(nullable = false)
    UUID agency;

    @Column(name = "agency_name", nullable = false, length = 200)
    String agencyName;

    @Column(name = "agency_uscc", nullable = false, length = 18)
    String agencyUscc;

    @Column(name = "registered_at", nullable = false)
    Instant registeredAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;

    static ProjectRow from(Project project) {
        var row = new ProjectRow();
        row.id = project.id();
        row.code = project.code().value();
        row.name = project.name();
        row.kind = project.kind();
        row.region = project.region();
        row.procuringEntity = project.procuringEntity().id().value();
        row.procuringEntityName = project.procuringEntity().name();
        row.procuringEntityUscc = project.procuringEntity().uscc().value();
        row.agency = project.agency().id().value();
        row.agencyName = project.agency().name();
        row.agencyUscc = project.agency().uscc().value();
        row.registeredAt = project.registeredAt();
        return row;
    }

    Project toDomain() {
        return new Project(
                id,
                new ProjectCode(code),
                name,
                kind,
                region,
                new Organisation(new PartyId(procuringEntity), procuringEntityName, new Uscc(procuringEntityUscc)),
                new Organisation(new PartyId(agency), agencyName, new Uscc(agencyUscc)),
                registeredAt);
    }
}
