/** Rows of projects, tenders, counters and rule parameters. */
package cn.qifeng.trading.tender.persistence;
