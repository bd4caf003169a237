/** What a bidder checks alone, with a trust file of its own: signatures of the platform and places in its log. */
package cn.qifeng.cli.proof;
