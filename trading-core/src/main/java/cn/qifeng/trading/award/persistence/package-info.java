/** Awards in the database. */
package cn.qifeng.trading.award.persistence;
