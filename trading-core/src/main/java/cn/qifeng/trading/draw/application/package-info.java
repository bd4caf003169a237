/** Opening a draw, taking statements, going on when a step is over. */
package cn.qifeng.trading.draw.application;
