/** The states of an opening and what may follow what. */
package cn.qifeng.trading.opening.domain;
