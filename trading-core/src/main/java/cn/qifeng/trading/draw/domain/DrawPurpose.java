package cn.qifeng.trading.draw.domain;

/** What is drawn (抽取事项). */
public enum DrawPurpose {
    /** Coefficient of a scoring method, such as K (抽取系数). */
    COEFFICIENT,
    /** Experts for a panel (抽取专家). */
    EXPERTS,
    /** Labels under which experts see bids (抽取代号). */
    LABELS,
    /** Seats (抽取席位). */
    SEATS
}
