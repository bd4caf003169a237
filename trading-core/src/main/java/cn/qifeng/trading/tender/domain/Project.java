package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.ProjectCode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Project (项目) that an agency registered at the centre (进场登记).
 *
 * @param kind deal class (交易分类码) with which unified deal codes of the project begin, {@code A02} for municipal works
 * @param region GB/T 2260 code of six digits
 */
public record Project(
        UUID id,
        ProjectCode code,
        String name,
        String kind,
        String region,
        Organisation procuringEntity,
        Organisation agency,
        Instant registeredAt) {

    public Project {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(procuringEntity, "procuringEntity");
        Objects.requireNonNull(agency, "agency");
    }
}
