/** Uploads, seals, withdrawals and a bidder's own bids over HTTP. */
package cn.qifeng.trading.bidding.web;
