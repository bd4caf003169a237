package cn.qifeng.evaluation.notification.domain;

import java.util.List;

/** Port to the people of organisations who are told of something (相关单位人员). */
@FunctionalInterface
public interface Staff {

    /** Everybody whose role counts now. */
    List<StaffMember> with(String role);
}
