/** Documents in the database. */
package cn.qifeng.trading.archive.persistence;
