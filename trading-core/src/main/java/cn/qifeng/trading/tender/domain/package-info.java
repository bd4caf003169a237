/** Tender, lot, draft, stages, rules with their articles of law, and ports. */
package cn.qifeng.trading.tender.domain;
