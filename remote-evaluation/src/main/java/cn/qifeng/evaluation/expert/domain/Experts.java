package cn.qifeng.evaluation.expert.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The pool of experts (专家库). */
public interface Experts {

    /** All experts in the order of their numbers. */
    List<Expert> all();

    /** One page of those that fit, in the order of their numbers; pages count from 0. */
    Page page(ExpertFilter filter, int page, int size);

    /** One expert by number. */
    Optional<Expert> byNumber(String number);

    /** The expert with this account (person id of trading-core). */
    Optional<Expert> ofPerson(String person);

    /** One with this number of the identity card. */
    Optional<Expert> byIdNumber(String idNumber);

    /** Stores an expert, new or changed. */
    void save(Expert expert);

    /** Stores experts, new or changed. */
    void saveAll(Collection<Expert> experts);

    /**
     * Some experts of those that fit.
     *
     * @param count how many fit
     */
    record Page(List<Expert> experts, long count) {
        public Page {
            experts = List.copyOf(experts);
        }
    }
}
