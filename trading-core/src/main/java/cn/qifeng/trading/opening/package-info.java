/** Bid opening (开标): freeze, bid list, names, coefficient, trustees' presses, all prices at one instant, the record. */
package cn.qifeng.trading.opening;
