/** Re-reviews over HTTP. */
package cn.qifeng.trading.rework.web;
