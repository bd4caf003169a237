/** Signed messages between the platform and issuers of bonds (LG101 and its kin). */
package cn.qifeng.bond.exchange;
