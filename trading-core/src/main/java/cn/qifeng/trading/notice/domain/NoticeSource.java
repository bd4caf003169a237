package cn.qifeng.trading.notice.domain;

import cn.qifeng.kernel.TenderId;
import java.util.List;

/** A capability with notices of its own (公告来源); every bean of this type is asked. */
public interface NoticeSource {

    /** Notices of a tender that are public now, oldest first. */
    List<Notice> of(TenderId tender);
}
