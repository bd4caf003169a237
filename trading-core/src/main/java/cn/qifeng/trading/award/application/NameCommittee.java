package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The procuring entity names the award committee (组建定标委员会); the first round of ballots is open from then on. */
@ApplicationScoped
public class NameCommittee {

    private final Awards awards;
    private final BidsOnRecord record;
    private final Directory directory;
    private final Evidence evidence;
    private final LegalClock clock;
    private final Duration ballotTime;

    NameCommittee(
            Awards awards,
            BidsOnRecord record,
            Directory directory,
            Evidence evidence,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.award.ballot-time", defaultValue = "PT24H") Duration ballotTime) {
        this.awards = awards;
        this.record = record;
        this.directory = directory;
        this.evidence = evidence;
        this.clock = clock;
        this.ballotTime = ballotTime;
    }

    /** People who can be named: role award committee, a usable certificate, and no seat in the evaluation. */
    @Transactional
    public List<Committee.Member> candidates(LotId lot, PartyId caller) {
        var award = owned(awards.of(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused), caller);
        var evaluators = record.evaluators(award.file().tender());
        return directory.peopleWith(Role.AWARD_COMMITTEE).stream()
                .filter(person -> !directory.usableCertificates(person.id()).isEmpty())
                .map(this::member)
                .filter(member -> !evaluators.contains(member.certificate()))
                .toList();
    }

    /** Names the members. */
    @Transactional
    public Award name(LotId lot, PartyId caller, List<PersonId> people) {
        var award = owned(awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused), caller);
        if (!(award instanceof Award.Convening convening)) {
            throw new Refused(AwardRefusal.WRONG_PHASE, Facts.field("phase", "-", "CONVENING"));
        }
        var file = convening.file();
        var evaluators = record.evaluators(file.tender());
        var members = people.stream().map(id -> member(id, evaluators)).toList();
        var next = convening.convene(
                Committee.of(members, file.setting()), clock.now().plus(ballotTime));
        awards.save(next);
        evidence.record(file.tender(), "award/committee", body(members));
        return next;
    }

    private static ObjectNode body(List<Committee.Member> members) {
        var body = CanonicalJson.object();
        var array = body.putArray("members");
        members.forEach(
                member -> array.addObject().put("member", member.certificate()).put("name", member.name()));
        return body;
    }

    private Committee.Member member(PersonId id, Set<String> evaluators) {
        var person = directory.person(id);
        if (!directory.rolesNow(person).has(Role.AWARD_COMMITTEE)
                || directory.usableCertificates(id).isEmpty()) {
            throw new Refused(AwardRefusal.COMMITTEE_ROLE, Facts.field("members", person.name(), Role.AWARD_COMMITTEE));
        }
        var evaluated = directory.usableCertificates(id).stream().anyMatch(it -> evaluators.contains(it.id()));
        if (evaluated) {
            throw new Refused(AwardRefusal.COMMITTEE_EVALUATED, Facts.field("members", person.name(), "-"));
        }
        return member(person);
    }

    private Committee.Member member(Person person) {
        var certificate = directory.usableCertificates(person.id()).get(0);
        return new Committee.Member(person.id(), certificate.id(), person.name());
    }

    private static Award owned(Award award, PartyId caller) {
        if (!award.file().procuringEntity().equals(caller)) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        return award;
    }
}
