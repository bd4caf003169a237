/** Encrypted rows of bonds. */
package cn.qifeng.bond.bond.persistence;
