/** Seals a bid on the bidder's own machine, hands it in, and keeps its receipt. */
package cn.qifeng.cli.seal;
