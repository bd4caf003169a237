/** Rows of bids and uploads, unreadable and unassignable without the lot key. */
package cn.qifeng.trading.bidding.persistence;
