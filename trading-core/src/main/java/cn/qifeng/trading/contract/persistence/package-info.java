/** Contracts in the database. */
package cn.qifeng.trading.contract.persistence;
