/** Use cases of the sandbox issuer. */
package cn.qifeng.bond.issuer.application;
