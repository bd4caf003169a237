package cn.qifeng.evaluation.expert.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Who changed what in the pool, and when (入库与变更的时间与责任人). Nothing is ever taken out of it. */
public interface PoolHistory {

    /** Changes of one expert, the newest first. */
    List<Change> of(String expert);

    /** Adds changes. */
    void add(Collection<Change> changes);

    /** What was done (变更类型). */
    enum Act {
        /** Came into the pool by an import (导入). */
        IMPORTED,
        /** Came into the pool by an application (申请入库). */
        ADMITTED,
        /** An import changed the record (导入更新). */
        UPDATED,
        /** Suspended (暂停). */
        SUSPENDED,
        /** Active again (恢复). */
        RESUMED,
        /** Left the pool for good (退库). */
        REMOVED,
        /** Training was recorded (培训). */
        TRAINED,
        /** Entered in the blacklist (列入失信名单). */
        BANNED,
        /** A ban was lifted before its end (提前解除). */
        BAN_LIFTED,
        /** An event of credit was recorded (信用记录). */
        CREDIT_RECORDED,
        /** An objection was decided (异议处理). */
        CREDIT_DECIDED,
        /** An event was repaired (信用修复). */
        CREDIT_REPAIRED
    }

    /**
     * One change.
     *
     * @param by id of the person who did it
     * @param detail in words; may be empty
     */
    record Change(String expert, Instant at, String by, Act act, String detail) {
        public Change {
            Objects.requireNonNull(expert, "expert");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(act, "act");
            Objects.requireNonNull(detail, "detail");
        }

        /** The same under the name of whoever did it. */
        public Change by(String name) {
            return new Change(expert, at, name, act, detail);
        }
    }
}
