package cn.qifeng.evaluation.expert.domain;

import java.util.Collection;
import java.util.List;

/** The tree of specialties (评标专业目录). */
public interface Specialties {

    /** All in the order of their codes. */
    List<Specialty> all();

    /** Stores specialties, new or with another name. */
    void save(Collection<Specialty> specialties);
}
