/** The vault key of this service and what is derived from it; without it the tables tell nothing. */
package cn.qifeng.bond.vault;
