/** Steps of a draw and its parties. */
package cn.qifeng.trading.draw.domain;
