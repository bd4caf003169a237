/** What a clock reads and why a move is refused. */
package cn.qifeng.trading.clock.domain;
