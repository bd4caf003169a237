/** Bidders' clients for drills and measurements that hand in many small bids. */
package cn.qifeng.launcher.measure.bidder;
