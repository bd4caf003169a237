/** Documents that other services hand in. */
package cn.qifeng.trading.archive.web;
