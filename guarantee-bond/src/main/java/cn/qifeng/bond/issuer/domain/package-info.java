/** What the sandbox issuer decides and what its bonds say. */
package cn.qifeng.bond.issuer.domain;
