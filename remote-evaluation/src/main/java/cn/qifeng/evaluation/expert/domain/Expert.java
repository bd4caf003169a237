package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Evaluation expert (评标专家) of the pool.
 *
 * @param number number in the pool, {@code E0001}
 * @param region six-digit region of residence, GB/T 2260
 * @param account present once the expert can log in and sign
 */
public record Expert(
        String number,
        String name,
        String region,
        PersonalData person,
        Qualification qualification,
        Ties ties,
        PoolPlace place,
        Optional<Account> account) {

    public Expert {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(qualification, "qualification");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(account, "account");
    }

    /** Every ground in this record on which the expert must stay away; empty when there is none. */
    public List<Recusal> recusals(Interests interests, PoolRules rules) {
        var found = new ArrayList<>(ties.recusals(interests.units(), interests.on()));
        var state = place.on(interests.on());
        if (state != ExpertState.ACTIVE) {
            found.add(new Recusal(RecusalGround.NOT_ACTIVE, state.name()));
        }
        if (!qualification.covers(interests.specialties())) {
            found.add(new Recusal(
                    RecusalGround.OTHER_SPECIALTY,
                    String.join(
                            " ", qualification.specialties().stream().sorted().toList())));
        }
        if (!interests.regions().isEmpty() && interests.regions().stream().noneMatch(region::startsWith)) {
            found.add(new Recusal(RecusalGround.OTHER_REGION, region));
        }
        if (account.isEmpty()) {
            found.add(new Recusal(RecusalGround.NO_ACCOUNT, number));
        }
        rules.age(person, interests.on()).ifPresent(found::add);
        rules.training(qualification, interests.on()).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** The same expert linked to an account. */
    public Expert linkedTo(Account linked) {
        return new Expert(number, name, region, person, qualification, ties, place, Optional.of(linked));
    }

    /** The same expert in another place of the pool; who was removed does not come back this way. */
    public Expert at(PoolPlace next) {
        if (place.state() == ExpertState.REMOVED) {
            throw ExpertRefusal.REMOVED.at("state", place.state(), ExpertState.ACTIVE + " or " + ExpertState.SUSPENDED);
        }
        return new Expert(number, name, region, person, qualification, ties, next, account);
    }

    /** The same expert with training that counts until this day. */
    public Expert trained(LocalDate until) {
        return new Expert(number, name, region, person, qualification.trained(until), ties, place, account);
    }

    /** What an import told, with the account that is known. */
    public Expert keepingAccountOf(Expert known) {
        return new Expert(number, name, region, person, qualification, ties, place, known.account);
    }
}
