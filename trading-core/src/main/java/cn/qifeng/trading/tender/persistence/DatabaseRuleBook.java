package cn.qifeng.trading.tender.persistence;

import cn.qifeng.trading.tender.domain.RuleBook;
import cn.qifeng.trading.tender.domain.RuleParameters;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Rule parameters in the database; migrations seed them. */
@ApplicationScoped
class DatabaseRuleBook implements RuleBook, PanacheRepositoryBase<RuleParamRow, UUID> {

    @Override
    public RuleParameters parameters() {
        return new RuleParameters(streamAll().map(RuleParamRow::toDomain).toList());
    }
}
