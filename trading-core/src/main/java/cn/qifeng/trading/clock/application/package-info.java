/** Reading and moving the clock, and doing what is due. */
package cn.qifeng.trading.clock.application;
