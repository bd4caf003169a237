package cn.qifeng.trading.contract.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.award.application.ReadAward;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.Contracts;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Contracts that a party has to sign (合同待办), within thirty days of the award notice (招标投标法 §46). */
@ApplicationScoped
class ContractTasks implements TaskSource {

    private static final Duration CONTRACT_MAX = Duration.ofDays(30);

    private final Contracts contracts;
    private final ReadAward awards;
    private final Lots lots;
    private final Directory directory;
    private final LegalClock clock;

    ContractTasks(Contracts contracts, ReadAward awards, Lots lots, Directory directory, LegalClock clock) {
        this.contracts = contracts;
        this.awards = awards;
        this.lots = lots;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        if (person.party().isEmpty()) {
            return List.of();
        }
        return lots.due(Stage.AWARD_NOTICED, clock.now()).stream()
                .flatMap(lot -> owed(lot, person).stream())
                .toList();
    }

    private Optional<Task> owed(PublishedLot lot, Person person) {
        var own = person.party().orElseThrow();
        var noticed = awards.noticed(lot.lot());
        var contract = contracts.of(lot.lot());
        if (contract.isEmpty()) {
            boolean offers =
                    own.equals(lot.procuringEntity().id()) && person.roles().has("procuring-entity");
            return offers ? task("contract/offer", lot, noticed) : Optional.empty();
        }
        boolean accepts = contract.get() instanceof Contract.Offered
                && directory.party(own).uscc().equals(noticed.winning().uscc());
        return accepts ? task("contract/accept", lot, noticed) : Optional.empty();
    }

    private static Optional<Task> task(String code, PublishedLot lot, Award.Noticed noticed) {
        var due = noticed.noticedAt().plus(CONTRACT_MAX);
        return Optional.of(new Task(code, lot.name(), lot.tender(), lot.lot(), due, "/lots/" + lot.lot() + "/award"));
    }
}
