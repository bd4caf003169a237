/** Bidding (投标): encrypted uploads, the seal, its receipt, replacement and withdrawal, unseen by anyone until opening. */
package cn.qifeng.trading.bidding;
