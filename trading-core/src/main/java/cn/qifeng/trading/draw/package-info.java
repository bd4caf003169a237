/** Draws (随机抽取) that anyone can replay: coefficients, experts, labels, seats. */
package cn.qifeng.trading.draw;
