/** Rows of parties, people, certificates and sessions. */
package cn.qifeng.trading.party.persistence;
