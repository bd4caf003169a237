package cn.qifeng.evaluation.panel.domain;

import java.util.List;

/** Looks at names (查看名单记录); they are only added. */
public interface NameLooks {

    /** Looks of a session, the oldest first. */
    List<NameLook> of(SessionId session);

    /** Stores a look. */
    void add(NameLook look);
}
