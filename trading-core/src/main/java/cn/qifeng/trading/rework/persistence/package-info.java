/** Requests of re-reviews in the database. */
package cn.qifeng.trading.rework.persistence;
