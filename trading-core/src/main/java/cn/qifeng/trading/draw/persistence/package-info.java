/** Tables of draws. */
package cn.qifeng.trading.draw.persistence;
