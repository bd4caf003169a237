/** The object store on a file system. */
package cn.qifeng.trading.bidding.storage;
