/** Blind technical files, checked by a bidder before sealing or by anybody after the opening. */
package cn.qifeng.cli.blind;
