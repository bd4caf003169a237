/** Use cases of a bidder before the deadline, and of the freeze. */
package cn.qifeng.trading.bidding.application;
