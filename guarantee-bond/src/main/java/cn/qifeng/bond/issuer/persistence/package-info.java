/** Encrypted rows of the sandbox issuer. */
package cn.qifeng.bond.issuer.persistence;
