/** The clock of the database. */
package cn.qifeng.trading.clock.persistence;
