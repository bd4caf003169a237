/** Supervision (监督): the evidence package of a tender, which anyone can audit without the platform. */
package cn.qifeng.trading.supervision;
