/** Rows of openings. */
package cn.qifeng.trading.opening.persistence;
