package cn.qifeng.trading.tender.domain;

/**
 * How the evaluation committee (评标委员会) is made up.
 *
 * @param size members, odd
 * @param tendererSeats how many of them are delegates of the procuring entity (招标人代表)
 */
public record PanelSetting(int size, int tendererSeats) {}
