package cn.qifeng.trading.tender.domain;

import java.time.Instant;

/**
 * Schedule (时间安排) of a tender. Bids are opened at the bid deadline (招标投标法 §34).
 *
 * @param issuedAt the tender document is issued from then on (招标文件开始发出)
 * @param questionDeadline last moment for questions on the document (提问截止)
 * @param clarificationDeadline last moment at which a clarification leaves the deadline as it is (澄清截止)
 * @param objectionDeadline last moment for objections to the document (文件异议截止)
 * @param bidDeadline bid deadline and hour of opening (投标截止、开标)
 */
public record Schedule(
        Instant issuedAt,
        Instant questionDeadline,
        Instant clarificationDeadline,
        Instant objectionDeadline,
        Instant bidDeadline) {}
