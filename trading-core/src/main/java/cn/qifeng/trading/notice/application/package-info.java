/** Finding notices. */
package cn.qifeng.trading.notice.application;
