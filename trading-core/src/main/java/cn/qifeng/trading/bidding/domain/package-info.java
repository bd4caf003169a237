/** What a sealed bid is, and the rules of handing it in. */
package cn.qifeng.trading.bidding.domain;
