/** Requests of a re-review and the rules of asking and deciding. */
package cn.qifeng.trading.rework.domain;
