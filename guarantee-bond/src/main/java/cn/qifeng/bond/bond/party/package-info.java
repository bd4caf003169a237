/** Asks trading-core for whom a caller acts. */
package cn.qifeng.bond.bond.party;
