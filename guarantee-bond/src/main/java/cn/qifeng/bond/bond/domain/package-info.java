/** Electronic bonds: application, issue, verification and release as rules. */
package cn.qifeng.bond.bond.domain;
