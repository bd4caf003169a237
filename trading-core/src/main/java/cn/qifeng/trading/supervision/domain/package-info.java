/** Cuts of a package and why none is given. */
package cn.qifeng.trading.supervision.domain;
