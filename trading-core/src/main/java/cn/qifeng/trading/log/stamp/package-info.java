/** Time-stamp authorities outside the platform, reached over HTTP. */
package cn.qifeng.trading.log.stamp;
