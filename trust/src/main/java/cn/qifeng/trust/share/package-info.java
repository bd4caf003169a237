/** Shamir shares over GF(2^8). */
package cn.qifeng.trust.share;
